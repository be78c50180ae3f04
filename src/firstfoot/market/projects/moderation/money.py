"""Asking people to pay, to pass money on, to buy gift cards or coins."""

from __future__ import annotations

from firstfoot.market.projects.moderation.patterns import shape

_FEE = (
    "registration|activation|application|processing|training|enrollment|enrolment|membership|joining|starter|onboarding"
)
_PRICED = "kit|pack|package|license|licence|course|laptop|background check"
_COIN = r"bitcoins?|btc|usdt|tether|ethereum|crypto\w*|coins|stablecoins?"
_MONEY = (
    r"money|funds|payments?|transfers?|salar(?:y|ies)|checks?|cheques?|(?:\d+ )?(?:dollars?|euros?|pounds?|usd|eur)"
)
_RAIL = "western union|moneygram|money gram|zelle|cash app|venmo|friends and family|paysafecard"
_ONWARD = "forward|pass|move|relay|wire|transfer|send"
_WHO = "you|interns?|applicants?|candidates?|please"

# The passing of others' money and coins makes an accomplice of the person: the gravest.
ACCOMPLICE = shape(
    "{receive} .. {money} .. {on} .. {onward}",
    "{on} .. {money} .. {own} .. {account}",
    "{on} {money} .. from your .. account",
    "{told} {on} .. {money} .. {others}",
    "{money} .. {on} .. {onward} .. {rail}",
    "{money} comes to you",
    "{receive} .. {money} .. {own} .. {account}",
    "{money} .. through {own} .. {account}",
    "payment agent",
    "{cash} .. {check} .. {on}",
    "{cash} it and {on}",
    "{cash} it .. {back}",
    "{buy} .. {coin} .. {on}",
    "{on} .. {coin} .. {wallet}",
    told="you|then|and|please|interns?",
    others="partners?|vendors?|suppliers?|abroad|onward",
    receive="receive|collect|process|accept|get",
    money=_MONEY,
    on=_ONWARD,
    onward=r"on|onward|onwards|partners?|vendors?|customers?|clients?|suppliers?|within|them|it|both",
    own="your personal|your own|your private|your",
    account=r"(?:bank )?account",
    rail=_RAIL,
    cash="cash|deposit",
    check=r"checks?|cheques?",
    back="back|rest|difference|remainder",
    buy="buy|purchase|get",
    coin=_COIN,
    wallet="wallet|address",
)
ASKED = shape(
    "{fee} {cost} .. {due}",
    "{pay} .. {fee} {cost}",
    "{who} .. {buy} .. {fee} {priced}",
    "{who} .. cover .. {priced}",
    "{buy} .. {training} {priced}",
    "pay for .. {priced} .. yourself",
    "{pay} for the {priced} yourself",
    "security deposit .. {due}",
    "refundable .. deposit",
    "{who} deposit .. {back}",
    "{buy} .. gift cards .. {codes}",
    "{pay} .. {amount} .. {by}",
    "{pay} .. by {rail}",
    "{top} .. {coin}",
    "payment is in {coin}",
    "lend us",
    "{who} .. invest {some}",
    fee=_FEE,
    cost=r"fees?|charges?|costs?",
    due="you|pay|before|needed|required|due|unlock|release|first",
    pay="pay|send|cover|transfer",
    who=_WHO,
    buy="buy|purchase|pick up|get",
    priced=_PRICED,
    training="training|starter|onboarding|work",
    back="returned|refunded|back|commitment|security",
    codes="behalf|codes?|photos?|pay you back|reimburse",
    amount=r"\d+ (?:\d+ )?(?:dollars?|euros?|pounds?|usd|eur|gbp)",
    by="paypal|reserve|unlock|seat",
    rail=_RAIL,
    top="top up|deposit|send|invest|buy",
    coin=_COIN,
    some="a|some|your|first",
)
