"""A first, traceable figure for what a small organization emits by fuel and electricity."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 24

BRIEF = Brief(
    title="A carbon baseline for our bakery: fuel and electricity",
    category="sustainability",
    problem=(
        "Two of our biggest customers now ask for a carbon figure with each offer. We have gas and power bills in a "
        "folder and a van, and no idea whether the ovens or the deliveries weigh more."
    ),
    audience="Our operations lead, who answers the customers, and the owner who decides about a new oven",
    outcome="A workbook with our fuel and electricity emissions of one year, each figure traceable to a bill.",
    in_scope=(
        "Scopes 1 and 2: gas, van fuel, refrigerants and electricity, for one calendar year",
        "Typing in 24 bills and the van's fuel receipts from scans",
        "Emission factors from public sources, with edition and page",
        "Two views: by source and by month",
        "Five actions with a rough saving and a rough cost",
    ),
    out_of_scope=(
        "Emissions of flour, packaging, commuting and customers (scope 3)",
        "A certificate, a label, or the words carbon neutral",
        "Offsets",
        "Site visits",
    ),
    deliverables=(
        deliverable(
            "Boundary page and list of sources",
            "Document, 2 pages",
            5,
            "Every oven, boiler, fridge and vehicle is on the list, with fuel and where its data come from",
            "What is left out is named, each with a sentence why",
            "The operations lead has confirmed the list",
        ),
        deliverable(
            "Data sheet with all bills",
            "Spreadsheet tab",
            10,
            "Each of the 24 bills is one row with period, amount, unit and the name of the scan",
            "Months without a bill are estimated by a rule stated in the sheet, and marked",
            "Yearly totals of gas and power agree with the supplier's yearly statements within 1%",
        ),
        deliverable(
            "Workbook with the year's emissions",
            "Spreadsheet with inputs, factors and results",
            16,
            "No result is typed in; changing one bill changes the total, shown with an example",
            "All factors carry source, edition, year and unit",
            "Electricity is worked out both by the local grid and by our contract, and the difference explained",
        ),
        deliverable(
            "Method note with five actions",
            "Document of 5 pages with a summary for customers",
            21,
            "A colleague who was not involved rebuilds the total from the note within 1%",
            "The five actions are compared by saving a year, cost and certainty, and one of them costs nothing",
            "The customer summary has half a page and claims nothing that the workbook does not show",
        ),
    ),
    inputs=inputs(
        "Scans of 24 gas and power bills and of the van's fuel receipts",
        "The service log of the cooling units",
        "The two letters in which customers ask for a figure",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Show ovens, boiler, cold room and van by video, with their labels",
            "Say which investments are already decided",
            "Name the person at our power supplier who answers questions",
        ),
        intern=(
            "A small first win: work out one month of gas by hand and explain each unit",
            "Find two public sources for the power factor of our region and say which you trust more",
        ),
    ),
    check_in_prompts=(
        "Which figure are you least sure of, and how much hangs on it?",
        "Which bill or receipt is still missing?",
        "What would a doubting customer ask first?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Spreadsheet modeling", "Units and conversions", "Careful sourcing"),
    tools=("Spreadsheet", "Document editor"),
    ai_use="disclose",
    ai_note="No factor may come from a tool's memory; each is read from the source that you cite.",
    portfolio="redacted",
    portfolio_note="Method, structure and shares in per cent may be shown; our amounts may not.",
    pathway="If the owner goes for the oven, we measure again in a year and would ask you.",
    questions=questions(
        "A bill says therms, the factor says kilowatt-hours. What do you do?",
        "Which environmental claim on a package do you not believe, and why?",
        "Which hours in these three weeks could be ours?",
    ),
)

STARTER = Starter(
    code="carbon_baseline",
    title="Carbon baseline for fuel and electricity",
    category="sustainability",
    summary="One year of gas, fuel and power bills becomes a figure that anyone can trace, with five actions.",
    who_its_for="Bakeries, workshops and small plants whose customers begin to ask for a carbon figure",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=20,
    hours_most=30,
    words=("climate", "co2", "emissions", "footprint", "energy", "esg", "environment", "green", "scope 1"),
)
