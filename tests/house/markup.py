"""Reading our templates: what is left for a person's eye once tags and translated blocks are gone."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?%\}.*?\{%\s*endcomment\s*%\}|<!--.*?-->", re.DOTALL)
_TRANSLATED = re.compile(r"\{%-?\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL)
_WIDTH = re.compile(r"\{%\s*block width\s*%\}[\w ]*\{%\s*endblock(?: width)?\s*%\}")  # holds a class, not words
_TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
_VARIABLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ENTITY = re.compile(r"&[a-z#0-9]+;")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE_IN_TAG = re.compile(r"""["']([A-Z][a-z]+(?:[ .,'].*?)?)["']""")
# Tags whose quoted words are translated, or are names of things rather than words for a person.
_KNOWN = ("translate", "trans", "blocktranslate", "blocktrans", "plural", "load", "extends", "static", "url", "icon")
READ_ALOUD = {"title", "alt", "placeholder", "aria-label", "data-sending", "data-too-large", "label", "data-label"}
_UNREAD = {"script", "style", "code"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in _UNREAD:
            self.inside.append(tag)
        self.found += [value for name, value in attrs if name in READ_ALOUD and value and _WORD.search(value)]
        self.found += [
            v for n, v in attrs if n == "content" and ("name", "description") in attrs and v and _WORD.search(v)
        ]

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside and _WORD.search(data):
            self.found.append(data.strip())


def bare_words(text: str, *, is_html: bool = True) -> list[str]:
    """Words that a person would read and that nothing marks for translation.

    >>> bare_words('<p>{% translate "Hi" %} {{ name }}</p><a title="Go on">{% icon "x" %}Next</a>')
    ['Go on', 'Next']
    """
    text = _WIDTH.sub("", _TRANSLATED.sub("", _COMMENT.sub("", text)))
    in_tags = [
        match.group(1)
        for tag in _TAG.findall(text)
        if not tag[2:].lstrip("- ").startswith(_KNOWN) and "_(" not in tag
        for match in _SENTENCE_IN_TAG.finditer(tag)
    ]
    plain = _VARIABLE.sub("", _TAG.sub("", text))
    if not is_html:
        return in_tags + [line.strip() for line in plain.splitlines() if _WORD.search(line)]
    reader = _Reader()
    reader.feed(plain)
    reader.close()
    return in_tags + reader.found


_INLINE = re.compile(
    r"""\sstyle\s*=\s*["']|<style\b|\son[a-z]+\s*=\s*["']|href\s*=\s*["']javascript:|hx-on|hx-vals\s*=\s*["']js:""",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)


def inline_code(text: str) -> list[str]:
    """What a content policy of 'self' forbids.

    >>> inline_code('<p style="color:red"><script src="x.js"></script><script>x</script><b onclick="x()">')
    [' style="', ' onclick="', '<script>']
    """
    text = _COMMENT.sub("", text)
    scripts = [m.group(0) for m in _SCRIPT.finditer(text) if "src" not in m.group(1) and "json" not in m.group(1)]
    return _INLINE.findall(text) + scripts
