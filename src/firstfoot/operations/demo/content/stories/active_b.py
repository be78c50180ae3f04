"""Stories in the middle of the work, second half: the difficult ones."""

from firstfoot.operations.demo.content.schema import (
    Amendment,
    CheckIn,
    Correction,
    End,
    Line,
    Pulse,
    StorySeed,
    Version,
    Work,
)

# fmt: off
ACTIVE_B = (
    StorySeed(
        "notebook", "velden-notebook", "owen", End.COVERED, "The supervisor is on leave; the cover reviews",
        done=2, fine_check_ins=2,
        works=(
            Work(2, (
                Version("findings-1-2.md",
                "# Finding 1\n\nSandy fields dry twice as fast after mowing (29 of 31 fields).\n\nCaveat: "
                        "two sensors were swapped in 2021.\n\n# Finding 2\n\nRain under 4 mm never reaches 20 cm.\n",
                        "Runs in six minutes from the raw files.",
                        "Covering for Bram: I ran it on a clean machine, equal numbers."),
            )),
        ),
        check_ins=(CheckIn(Pulse("on_track", "some", "a_little", "Bram is away; whom do I ask about field 17?"),
                           Pulse("on_track", "high", "no",
                           "Noor here, for Bram. Field 17 was flooded in 2022; I send the log.")),),
        lines=(Line("host", 19, "I am away from tomorrow for three weeks, my daughter is born. Noor answers "
                                "everything, and reviews."),
               Line("intern", 19, "Congratulations. I will write to Noor."),
               Line("host", 22, "Noor here. Wednesdays after three are best for a call.")),
    ),
    StorySeed(
        "dashboard", "pico-dashboard", "anjali", End.AMENDING,
        "The scope grows; an amendment with more hours and pay waits",
        done=2, fine_check_ins=3,
        check_ins=(CheckIn(Pulse("behind", "some", "a_little",
        "A second site and alerts came up in three messages. They are not in the agreement."),
                           Pulse("on_track", "high", "no", "Nearly done. Wes would love the second site.")),),
        amendment=Amendment("intern", "The second site is about ten hours: its own figures, checks and a test. "
                                      "Alerts stay out, as agreed.",
                            hours=40, weeks=6, pay_minor=40 * 2300,
                            added_deliverable="The six figures for the second site"),
        lines=(
            Line("host", 24, "Could you add the Pueblo site as well? Should be quick."),
            Line("intern", 24, "It is out of scope as we signed it. I can do it as a change: ten more hours and a "
                               "week. Shall I propose that?"),
            Line("host", 25, "And alerts, while you are at it?"),
            Line("intern", 25, "Alerts are a project of their own. I proposed the site and left the alerts out."),
            Line("host", 26, "Fair. I read it tonight."),
        ),
    ),
    StorySeed(
        "seo", "verbena-seo", "enzo", End.AT_RISK, "Two check-ins missed in a row: at risk",
        done=1, fine_check_ins=1,
        check_ins=(CheckIn(None, Pulse("behind", "some", "a_little",
                                       "I have not heard from Enzo since the inventory.")),
                   CheckIn(None, Pulse("stuck", "low", "yes", "Second week without a word. I hope he is well."))),
        lines=(Line("host", 15, "Good morning Enzo, is all well? The inventory was good. Write one line, please."),
               Line("host", 19, "I would rather move the dates than lose your work. Tell me what is possible."),),
    ),
    StorySeed(
        "crm", "ridgeway-crm", "mei", End.RETURNED, "Returned twice, with reasons that teach",
        done=1, fine_check_ins=1,
        works=(
            Work(2, (
                Version("merged-1.csv", "kept,merged,rule\nJoanna P.,Jo P.,same phone\nA. Ruiz,Ana R.,same bike\n",
                        "612 merges.", "Careful work on bikes, too quick on phones.",
                        ((0, "In my sample of 200 I still find nine doubles, which is 4.5 %."),
                         (1, "The undo file lacks the merges by phone number."))),
                Version("merged-2.csv", "kept,merged,rule\nJoanna P.,Jo P.,same phone and same visit\n",
                        "Phone alone no longer merges; undo file complete.",
                        "Much better. One family is still one person.",
                        ((0, "The Okabe family, four people and one phone, became one record. Look for other "
                             "households."),)),
            )),
        ),
        check_ins=(CheckIn(Pulse("behind", "some", "no", "Households are harder than duplicates. I have a rule to try.",
                                 "The sample of 200 shows me more than a lecture."),
                           Pulse("behind", "high", "no",
                           "Two returns, both for good reasons, and each version is far better.")),),
        lines=(Line("intern", 15, "If two first names share a phone and have two bikes, I keep both. Is that right?"),
               Line("host", 15, "Yes. That is exactly the rule I could not put into words.")),
    ),
    StorySeed(
        "cut", "voxa-cut", "elif", End.ACTIVE, "Stuck on rights; 'I am stuck' opened a course correction",
        done=1, fine_check_ins=1,
        corrections=(Correction("stuck", "intern",
        "The best minute of tape has music playing in the room, and I may not use it.",
                                (("host", "Ask the archive who owns the recording", 2, False),
                                 ("intern", "Make a second paper cut without that minute", 3, False)),
                                agreed=False),),
        lines=(Line("intern", 10, "I am stuck: the piano in the background of clip 41. Without it there is no middle."),
               Line("host", 11, "I ask the archive today. Meanwhile try clip 12, she says it with fewer words.")),
    ),
    StorySeed(
        "access", "quillhaven-access", "theo", End.ACTIVE,
        "A screen-reader user audits; the report is acted on at once",
        done=1, fine_check_ins=1,
        works=(
            Work(1, (
                Version("page-1-search.md",
                        "# Search page\n\n## 1. Filter opens and says nothing (4.1.2)\n\nSteps: Tab to 'Region', "
                        "press Enter. The list "
                        "opens, the reader stays silent. Element: div with a click handler.\n\n## 2. Price is read "
                        "before the title "
                        "(1.3.2)\n\nSteps: read the first result downwards.\n\nReader 2026.1, browser 141, both with "
                        "default settings.\n",
                        "Seven faults on one page; these two stop people.",
                        "I reproduced both from your text without asking. Number one is already repaired."),
            )),
        ),
        lines=(Line("host", -2, "Is there anything in how we work that we should change for you?"),
               Line("intern", -2, "Text before screenshots, and the agenda before a call. Then we are fine."),
               Line("host", 6, "The filter speaks now. Would you look, outside the report?"),
               Line("intern", 6, "It does. It says 'Region, collapsed'. Good.")),
    ),
)
