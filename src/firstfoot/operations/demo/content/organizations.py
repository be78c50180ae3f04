"""The hosts of the demo world. None of them exists."""

from firstfoot.operations.demo.content.schema import OrgSeed

ORGANIZATIONS = (
    OrgSeed(
        "brindle", "Brindle Bakery", "small_business", "food", "6-20", "Portland", "US", "America/Los_Angeles", "USD",
        "We bake sourdough, rye and morning buns in two small shops. Eleven people work here, most of them before "
        "sunrise.",
        "Loud until nine, quiet after. We decide standing up, and we say thank you a lot.",
    ),
    OrgSeed(
        "tidewrack", "Tidewrack Foods", "startup", "food", "1-5", "Halifax", "CA", "America/Halifax", "CAD",
        "We turn seaweed from small harvesters into snacks and seasoning, and sell to 60 shops along the coast.",
        "Four people, one long table. Plans change with the weather, promises do not.",
    ),
    OrgSeed(
        "lanternfish", "Lanternfish Learning", "startup", "education", "6-20", "Dublin", "IE", "Europe/Dublin", "EUR",
        "We make reading practice for adults who learn to read late. Nine libraries use it with their groups.",
        "Calm and written down. Meetings end early, and nobody is asked anything after six.",
    ),
    OrgSeed(
        "oakline", "Oakline Repair Collective", "non_profit", "community", "6-20", "Leeds", "GB", "Europe/London",
        "GBP",
        "Volunteers who mend toasters, coats and bicycles with their owners, every other Saturday, in four halls.",
        "Friendly and a bit improvised. Everyone is good at something and says so.",
    ),
    OrgSeed(
        "harrow-street", "Harrow Street Food Bank", "non_profit", "community", "21-100", "Cleveland", "US",
        "America/New_York", "USD",
        "We hand out groceries to 900 households a week and run a small kitchen that teaches cooking.",
        "Busy and kind. Safety rules are strict, everything else can be talked about.",
    ),
    OrgSeed(
        "velden", "Velden Soil Lab", "lab", "research", "6-20", "Arnhem", "NL", "Europe/Amsterdam", "EUR",
        "A research group that measures how fields hold water and carbon, with forty farms taking part.",
        "Careful. We ask how you know, and we mean it kindly. Coffee at ten and at three.",
    ),
    OrgSeed(
        "pico-meridian", "Pico Meridian", "startup", "software", "6-20", "Denver", "US", "America/Denver", "USD",
        "Sensors and software for greenhouses: when to water, when to open the roof, when to call somebody.",
        "Fast and curious. We write too many messages and are working on it.",
    ),
    OrgSeed(
        "casa-verbena", "Casa Verbena", "small_business", "food", "1-5", "Lisbon", "PT", "Europe/Lisbon", "EUR",
        "A guesthouse with seven rooms and a lemon tree, run by one person and two part-time helpers.",
        "One boss, short ways. I answer in the morning, when the guests are out.",
    ),
    OrgSeed(
        "ridgeway", "Ridgeway Cycles", "small_business", "retail", "6-20", "Chicago", "US", "America/Chicago", "USD",
        "A workshop and shop for city bicycles and cargo bikes, with a rental fleet of thirty.",
        "Hands-on. If you can explain it at the bench, you have understood it.",
    ),
    OrgSeed(
        "saffron-loom", "Saffron Loom", "small_business", "retail", "6-20", "Toronto", "CA", "America/Toronto", "CAD",
        "We import handwoven textiles from six cooperatives and sell them online and to forty shops.",
        "Tidy and warm. Numbers on Mondays, cloth on the table the rest of the week.",
    ),
    OrgSeed(
        "northgate", "Northgate Prints", "small_business", "making", "1-5", "Austin", "US", "America/Chicago", "USD",
        "Screen printing on paper and cloth for bands, bars and weddings.",
        "Two presses, one owner, music on.",
    ),
    OrgSeed(
        "marshlight", "Marshlight Wildlife Trust", "non_profit", "environment", "21-100", "Norwich", "GB",
        "Europe/London", "GBP",
        "We look after nine reserves of reed and fen, and bring schools and visitors to them.",
        "Outdoors when we can be. Slow to decide, good at keeping to it.",
    ),
    OrgSeed(
        "voxa", "Voxa Audio House", "startup", "culture", "1-5", "Berlin", "DE", "Europe/Berlin", "EUR",
        "We produce podcasts for museums and city archives, from the first question to the last cut.",
        "Headphones on until noon, talk after. Feedback is direct and comes with a reason.",
        away=(20, 34),
    ),
    OrgSeed(
        "quillhaven", "Quillhaven Press", "small_business", "culture", "6-20", "Melbourne", "AU",
        "Australia/Melbourne", "AUD",
        "A small publisher of field guides and local history, fourteen titles a year.",
        "Quiet, precise, fond of commas. Deadlines are printed on the wall.",
    ),
    OrgSeed(
        "newleaf", "Newleaf Tutoring Circle", "non_profit", "education", "1-5", "Atlanta", "US",
        "America/New_York", "USD",
        "Evening tutoring for people who prepare for a trade exam. We began last spring.",
        "New, eager, still finding our feet.",
        state="unverified",
    ),
)  # fmt: skip
