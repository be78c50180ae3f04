// Asks verifiers that others wrote, @digitalbazaar/vc and @digitalcredentials/verifier-core, about each case.
// Reads {contexts, cases: {name: {credential, web}}} and writes {name: {bazaar, consortium}}. `web` is all there is
// of the network in a case: address -> document. Every other address is refused, so that a context that is not
// bundled, or an issuer that is not there, fails here as it would with the network cut.
import {readFileSync} from 'node:fs';

const {contexts, cases} = JSON.parse(readFileSync(0, 'utf8'));
console.log = console.error = () => {}; // one of them prints that it could not fetch a schema
const refused = new Set();
let web = {};
globalThis.fetch = async request => {
  const address = typeof request === 'string' ? request : request.url;
  if(!(address in web)) {
    refused.add(address);
    return new Response('', {status: 404});
  }
  return new Response(JSON.stringify(web[address]), {headers: {'content-type': 'application/json'}});
};

const {DataIntegrityProof} = await import('@digitalbazaar/data-integrity');
const {cryptosuite} = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const bazaar = await import('@digitalbazaar/vc');
const {checkStatus} = await import('@digitalbazaar/vc-bitstring-status-list');
const consortium = await import('@digitalcredentials/verifier-core');

// Documents by their address: the bundled contexts, the lists, and each issuer's document with the parts it names.
async function documentLoader(url) {
  const document = contexts[url] ?? web[url] ?? part(url) ?? keyItself(url);
  if(!document) {
    throw new Error(`There is no network: ${url}`);
  }
  return {contextUrl: null, documentUrl: url, document};
}

function part(url) {
  const issuer = Object.values(web).find(document => document.id === url.split('#')[0]);
  const method = issuer?.verificationMethod?.find(method => method.id === url);
  return method ? {'@context': 'https://w3id.org/security/multikey/v1', ...method} : issuer;
}

function keyItself(url) {
  const [did, key] = url.split('#');
  if(!did.startsWith('did:key:')) {
    return null;
  }
  const id = `${did}#${did.slice('did:key:'.length)}`;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller: did,
    publicKeyMultibase: did.slice('did:key:'.length),
  };
  const context = 'https://www.w3.org/ns/did/v1';
  return key ? method : {'@context': context, id: did, verificationMethod: [method], assertionMethod: [id]};
}

async function askBazaar(credential) {
  const suite = new DataIntegrityProof({cryptosuite});
  const found = await bazaar.verifyCredential({credential, suite, documentLoader, checkStatus});
  return {
    signed: Boolean(found.results?.[0]?.verified),
    current: found.statusResult ? stands(found.statusResult) : null,
    why: describe(found.error),
  };
}

async function askConsortium(credential) {
  const found = await consortium.verifyCredential({credential, knownDIDRegistries: []});
  const step = name => found.log?.find(entry => entry.id === name);
  return {
    signed: step('valid_signature')?.valid === true,
    current: step('revocation_status') ? step('revocation_status').valid === true : null,
    why: (found.errors ?? [step('revocation_status')?.error]).filter(Boolean).map(error => error.message).join('; '),
  };
}

// "Verified" says of a status only that it could be read.
function stands(statusResult) {
  return statusResult.verified && statusResult.results.every(one => one.status === false);
}

function describe(error) {
  return error ? [error.message, ...(error.errors ?? []).map(one => one.message)].join('; ') : '';
}

const answers = {};
for(const [name, one] of Object.entries(cases)) {
  web = one.web;
  answers[name] = {
    bazaar: await askBazaar(structuredClone(one.credential)),
    consortium: await askConsortium(structuredClone(one.credential)),
  };
}
process.stdout.write(JSON.stringify({answers, refused: [...refused]}));
