"""What one product earns and costs, in a workbook whose inputs can be changed."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 24

BRIEF = Brief(
    title="What each of our five best-selling products earns",
    category="finance",
    problem=(
        "We sell more every year and keep less. Prices were set by feel when flour cost half, and nobody can say "
        "which loaf earns something after wages and the oven."
    ),
    audience="The owner, who sets prices in January, and the bookkeeper who keeps the workbook",
    outcome="A workbook that shows for five products what one piece costs and earns, with three scenarios.",
    in_scope=(
        "Five products that make up about half of sales",
        "Ingredients, packaging, working minutes, energy and waste for each",
        "A rule for sharing out rent and fixed wages, explained in plain words",
        "Three scenarios: flour dearer, wages higher, fewer sold",
        "A guide of two pages",
    ),
    out_of_scope=(
        "Tax, loans and yearly accounts",
        "Setting prices",
        "Single people's wages; we give an average",
        "Products beyond the five",
    ),
    deliverables=(
        deliverable(
            "Sheet of inputs with sources",
            "Spreadsheet",
            6,
            "Each input has a unit, a date and a source: bill, scale, watch or estimate",
            "Working minutes were measured for at least two batches of every product",
        ),
        deliverable(
            "One product, worked out in full",
            "Spreadsheet",
            10,
            "Cost and earning of one piece follow from the inputs without a typed result",
            "The owner recalculates one cost on paper and gets the same within 2 cents",
        ),
        deliverable(
            "All five with three scenarios",
            "Workbook",
            17,
            "Inputs, workings and results stand on separate tabs, and inputs have one color and a note",
            "Five tests in the workbook turn red when a sum does not agree, each shown red once",
            "Sales times cost of the five lies within 10% of their share of last year's bills",
        ),
        deliverable(
            "Guide and one page of what it says",
            "Document, 3 pages",
            21,
            "The bookkeeper enters a new flour price and a sixth product from the guide",
            "The page names the product that earns least and three things one could do, without telling which",
        ),
    ),
    inputs=inputs(
        "Recipes with weights, and bills of the last three months",
        "Average wage for an hour, rent and energy for a year",
        "Numbers sold by product for twelve months",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Explain how one loaf is made, from the sack to the bag, with minutes",
            "Say who may see these figures, and where the workbook is kept",
        ),
        intern=(
            "A small first win: work out the flour in one loaf, with waste, and show the steps",
            "Guess what each of the five earns, and keep the guess for the end",
        ),
    ),
    check_in_prompts=(
        "Which input moves the result most?",
        "What did we call fixed that is not?",
        "Which figure would the owner not believe, and how would you show it?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Spreadsheet modeling", "Cost accounting basics", "Clear explanations"),
    tools=("Excel or another spreadsheet",),
    ai_use="none",
    ai_note="Recipes and wages are nobody else's business; nothing of them goes into a tool.",
    portfolio="redacted",
    portfolio_note="The workbook may be shown with invented products and figures.",
    pathway="Ten more products wait; whoever built the workbook is asked first.",
    questions=questions(
        "A product earns little and brings people in. How would you show that?",
        "How would you share out the rent among five loaves?",
        "Which hours of three weeks are yours for this?",
    ),
)

STARTER = Starter(
    code="unit_costs",
    title="Unit costs and margins",
    category="finance",
    summary="What one piece costs and earns for five products, with scenarios, in a workbook you can keep.",
    who_its_for="Bakeries, makers and small shops that sell more each year and keep less",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=20,
    hours_most=30,
    words=("margin", "pricing", "profit", "unit economics", "excel", "costing", "prices", "model"),
)
