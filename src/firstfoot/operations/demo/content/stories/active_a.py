"""Stories in the middle of the work, first half."""

from firstfoot.operations.demo.content.schema import CheckIn, Correction, End, Line, Pulse, StorySeed, Version, Work

# fmt: off
ACTIVE_A = (
    StorySeed(
        "faq", "brindle-faq", "sam", End.SUBMITTED, "The walk-in engagement: one accepted, one waiting for Hugo",
        done=1, fine_check_ins=2,
        works=(
            Work(1, (
                Version("questions-and-sketch.md",
                        "# Fifteen questions in four groups\n\n## Ordering a cake\n\nHow late can I order? Two days "
                        "before, by "
                        "noon.\n\n## Allergens\n\nIs the rye vegan? Yes. It is baked beside butter.\n\n## "
                        "Sketch\n\nclosed, open, "
                        "and one long answer that scrolls the page, not a box\n",
                        "Ines confirmed all 15. Two answers are shorter than she wanted; we agreed why.",
                        "The allergen answers are right and plain. I read them to the early shift and nobody asked "
                        "anything."),
            )),
            Work(2, (
                Version("working-page.md",
                        "# Test address\n\nhttps://test.brindle.example.org/questions\n\n# Tried\n\n- Tab, Enter and "
                        "Escape through "
                        "all 15; focus stays visible\n- 320, 768 and 1440 pixels, no sideways scrolling\n- Allergen "
                        "table read row "
                        "by row by a screen reader\n",
                        "One thing to look at: on old phones the arrows are small. I made the whole line tappable.",
                        reviewed=False),
            )),
        ),
        check_ins=(CheckIn(Pulse("on_track", "high", "a_little", "Page is up. I wait for the holiday hours from Ines.",
                                 "Show me the shop at eight: people read with one hand.",
                                 "Tell me a day ahead when Ines is out.", minutes=630),
                           Pulse("on_track", "high", "no", "I opened it on the tram with one hand. Works.",
                                 "You tell us what you are not sure of.",
                                 "Send one question at a time; I answer sooner.", helped="a_little")),),
        access=(("Test copy of the shop, role of an editor", "account", "Ines"),
                ("Mails of the shop, read only", "tool", "")),
        hours=((0, 120, "Reading the mails"), (2, 150, "Sorting the questions"), (5, 180, "Answers one to eight"),
               (8, 180, "The page"), (12, 90, "Trying it on phones")),
        lines=(
            Line("host", -6, "Welcome, Sam. Your account for the test copy is in the list of access. Rosa at the "
                             "counter and Theo in "
                             "the bakehouse know you come; ask Rosa what people ask, and Theo what is in the rye."),
            Line("intern", -5, "Thank you. All accounts open. I wrote down one thing I am unsure of: who decides "
                               "when two answers "
                               "differ?"),
            Line("host", -5, "Ines does. If she is out, I do."),
            Line("intern", 4,
                 "Rosa says the most asked thing is not in the mails at all: whether the bread is sliced. Her list of "
                 "a week, 41 questions, is here.",
                 said_before="Rosa says the most asked thing is not in the mails at all: if the bread is sliced. Her "
                             "list of a week, 14 questions, is here.",
                 file="asked-at-the-counter.txt", meant=True),
            Line("host", 4, "Then it is question one."),
            Line("intern", 19, "The page is on the test address. I handed it in this evening."),
        ),
    ),
    StorySeed(
        "onepager", "tidewrack-onepager", "paloma", End.ACTIVE, "On plan, nothing special: the good ordinary case",
        done=2, fine_check_ins=1,
        works=(
            Work(1, (
                Version("objections.md",
                "# Heard on nine calls\n\n- 'It is dearer than nori.' (5 times)\n- 'My customers do not "
                        "know it.' (4)\n- 'How long does it keep?' (4, and it is our best answer)\n",
                        "Twelve, in three kinds.", "Number three made me laugh. I never say it first."),
            )),
        ),
        lines=(Line("intern", 5, "May I quote the shop in the harbor by name?"),
               Line("host", 5, "Not by name. 'A shop in a harbor' is fine.")),
    ),
    StorySeed(
        "prototype", "lanternfish-prototype", "saoirse", End.ACTIVE,
        "Behind, seen by both, with a course correction agreed",
        done=1, fine_check_ins=1,
        check_ins=(CheckIn(Pulse("behind", "some", "yes",
        "The library wants forms signed before tests. I did not plan for that."),
                           Pulse("behind", "some", "a_little",
                                 "I knew about the forms and forgot to say so. My side.")),),
        corrections=(Correction("asked", "intern", "Tests cannot begin before the library has our consent forms.",
                                (("host", "Send the library our signed form", 1, True),
                                 ("intern", "Test with two people from the Dublin group meanwhile", 4, False),
                                 ("host", "Move the last due date by three days if the library needs them", 6, False)),
                                after_check_in=2),),
        lines=(Line("host", 15, "The form went out this morning. They answer by Thursday."),
               Line("intern", 15, "Good. I test the first two people tomorrow at the Dublin group.")),
    ),
    StorySeed(
        "event", "oakline-event", "zainab", End.ACTIVE, "Ahead, hybrid, with expenses",
        done=1, fine_check_ins=1,
        works=(
            Work(1, (
                Version("armley-hall.md",
                "# Armley Hall\n\nKey: Mr. Whitby, number 12, until nine\nPower: 2 x 13 A in the hall, one "
                        "in the kitchen that trips\nStep-free: side door, ramp in the cupboard\nFirst aid: behind "
                        "the stage\n",
                        "All four halls walked.", "The ramp in the cupboard. We carried people for two years."),
            )),
        ),
        check_ins=(CheckIn(Pulse("ahead", "high", "no", "Two van quotes are in, the third comes tomorrow.",
                                 "The list of past mishaps is gold."),
                           Pulse("ahead", "high", "no", "Ahead of us all. Mind your exams.")),),
    ),
    StorySeed(
        "records", "harrow-records", "tobias", End.SUBMITTED, "Work waits for a busy supervisor, three days now",
        done=1, fine_check_ins=1,
        works=(
            Work(2, (
                Version("stock-clean.csv",
                "goods,unit,was,rows\nRice,kg,eleven spellings,412\nLentils red,kg,four spellings,96\n"
                        "Oil sunflower,l,bottle and l mixed,188\n",
                        "4,200 rows in, 4,187 out; the 13 are listed with the reason.", reviewed=False),
            )),
        ),
        lines=(Line("intern", 12, "Is a 'box' of tomatoes always six tins? It changes 300 rows."),
               Line("host", 13, "Six since 2024, twelve before. Ask Lou in the warehouse for the month.")),
    ),
    StorySeed(
        "french", "harrow-translation", "fatou", End.ACTIVE, "One of two seats: going well",
        done=2, fine_check_ins=2,
        check_ins=(CheckIn(Pulse("on_track", "high", "no",
                                 "Second reader marked 'household' again. It is settled now."),
                           Pulse("on_track", "high", "no", "The French pages hang at the counter as a trial.")),),
    ),
    StorySeed(
        "korean", "harrow-translation", "jiho", End.ACTIVE, "The other seat: stuck, said so, both sides act",
        done=1, fine_check_ins=1,
        check_ins=(CheckIn(Pulse("stuck", "low", "yes",
        "My second reader has not answered for nine days and I do not want to go on unread."),
                           Pulse("on_track", "some", "no", "I thought pages came in as planned.")),),
        corrections=(Correction("divergence", "", "The second reader for Korean is away; four pages wait unread.",
                                (("host", "Find another second reader at the church group", 3, True),
                                 ("intern", "Go on with pages eight and nine and mark the doubtful terms", 5, False)),
                                after_check_in=2),),
        lines=(Line("host", 16, "I am sorry, I should have seen this. Mrs. Han reads from tomorrow; she taught for "
                                "thirty years."),
               Line("intern", 17, "She sent the first page back full of pencil marks. I am very happy.")),
    ),
)
