"""Stories that ended well, first half."""

from firstfoot.operations.demo.content.schema import Assessment, CheckIn, End, Line, Pulse, StorySeed, Version, Work

# fmt: off
COMPLETED_A = (
    StorySeed(
        "sop", "brindle-sop", "helena", End.COMPLETED, "On site, a trial that changed the work, a letter",
        done=3, fine_check_ins=1,
        works=(
            Work(3, (
                Version(
                    "wall-checklist-and-trial.md",
                    "# Opening: the wall checklist\n\n1. Lights, left to right\n2. Till: power, float, first receipt\n"
                    "3. Oven display reads 240\n4. Door sign\n\n# Trial on Tuesday\n\nNoa opened alone in 21 "
                    "minutes. Asked "
                    "twice: where the float is (now step 2), which light stays on (now step 1).\n",
                    "The trial found two holes; both are mended and listed.",
                    "Closing was not tried yet, everything else is.",
                    ((0, "The opening was tried, the closing was not. One evening is enough."),),
                ),
                Version(
                    "wall-checklist-and-trial-2.md",
                    "# Closing: the wall checklist\n\n1. Count, bag, safe\n2. Oven off, display dark\n3. Shutters, "
                    "right first\n"
                    "\n# Trial on Thursday\n\nNoa closed alone in 26 minutes, no question asked.\n",
                    "Closing tried on Thursday.", "Both hang on the wall. I slept until five.",
                ),
            )),
        ),
        lines=(
            Line("host", -3, "Come to the side door at 5:40 and bring a warm layer; the shop heats up at six."),
            Line("intern", -3, "I will. May I take photos of the machines, without people?"),
            Line("host", -2, "Yes, without people and without the recipe board."),
            Line("intern", 9, "Which of you does the last round? You each say it is the other."),
            Line("host", 9, "That explains a few mornings. It is me from now on; write it down."),
        ),
        by_host=Assessment((4, 4, 4, 4, 3, 3), "You watched before you wrote, and you asked the night shift.",
                           "Show us a rough version a few days sooner; rough is fine here.",
                           "Helena wrote down in three weeks what we had carried in our heads for nine years."),
        by_intern=Assessment((4, 4, 3, 4, 4, 4),
        "I could try everything in the shop itself, and people had time for me.",
                             "A list of who works when would have saved me one early trip.",
                             "They hung my page on the wall while I was still there."),
        letter="Helena Brook mapped how our shop opens and closes and wrote two guides from which a newcomer works "
               "alone. She "
               "asked exact questions at difficult hours, tested her own work on somebody who had never done it, and "
               "changed "
               "what did not hold. I would have her in any operations team.",
        case="Nobody could open the shop but three people. I watched four shifts, drew one map and wrote two guides. "
             "In the "
             "trial a newcomer asked two questions; both became steps. Since then the phone at night is quiet.",
        case_shown="public",
    ),
    StorySeed(
        "rivals", "tidewrack-rivals", "nadia", End.COMPLETED, "Research with a redacted case, a pathway offer",
        done=3, fine_check_ins=2,
        works=(
            Work(2, (
                Version(
                    "comparison.csv",
                    "brand,price per 10 g,currency,source,read on\nSalt Lantern,1.90,CAD,shelf at two shops,2 days "
                    "apart\n"
                    "Dulse & Daughter,2.40,CAD,own site,checked twice\nKelpling,1.65,CAD,shelf,one shop only\n",
                    "70 cells, five marked as guesses.",
                    "The guesses are the best part: we finally know what we do not know.",
                ),
            )),
        ),
        lines=(
            Line("intern", 2, "Is a brand that sells only in one valley a rival?"),
            Line("host", 2, "If Dov hears its name, yes. Ask him for his three."),
            Line("host", 15, "We changed the size on the shelf label because of your table. Thank you."),
        ),
        by_host=Assessment((4, 4, 4, 3, 3, 4),
        "Every figure had a source and a date. We argued about meaning, not about facts.",
                           "Say earlier when a shop does not answer; we know the owners.",
                           "The first comparison we have that nobody in the team disputes."),
        by_intern=Assessment((4, 3, 4, 4, 4, 4), "They told me on day one what the table would decide.",
                             "Two answers took a week.", "My table is printed and lies on the counter."),
        letter="Nadia Ferrante compared seven brands on ten criteria for us, with sources that survived every "
               "question. She marks "
               "what she does not know, which is rarer than knowledge.",
        pathway="Part-time work from June to August, 12 hours a week, on our price list.",
        case="Shops asked why these snacks cost more. I compared seven brands per 10 grams instead of per bag, and "
             "the order "
             "turned over. The team changed a label first and a price second.",
        case_shown="redacted",
    ),
    StorySeed(
        "tests", "lanternfish-tests", "ravi", End.COMPLETED, "Code, with a returned version on the way",
        done=3, fine_check_ins=2,
        works=(
            Work(1, (
                Version("three-tests.txt",
                "signs in with a code: pass\nwrong code is refused: pass\nreading place is kept: pass\n",
                        "Three green.", "A seeded fault stays green in one of them.",
                        ((1, "I broke the reading place on purpose, and the third test did not notice."),)),
                Version("three-tests-2.txt", "signs in with a code: pass\nwrong code is refused: pass\n"
                        "reading place is kept: FAIL with the fault, pass without\n",
                        "It looked at the address and not at the page. Now it looks at the page.", "Now I trust it."),
            )),
        ),
        check_ins=(CheckIn(Pulse("ahead", "high", "no", "Two days early. I would like to use them on the gap list."),
                           Pulse("on_track", "high", "no", "Use them so. The list is worth more than test 21.")),),
        by_host=Assessment((3, 4, 4, 4, 3, 4), "You found out why a test lied before you repaired it.",
                           "Say aloud what you are about to try; we could have saved you a day.",
                           "Two faults of ours never reached a learner, because of Ravi."),
        by_intern=Assessment((4, 4, 4, 4, 4, 3), "The review was strict and kind.", "A longer first day.",
                             "First place where somebody broke the code to test my tests."),
        letter="Ravi Szabo built twenty tests for us that catch real faults. He came from another trade and works "
               "like a tester "
               "who has always been one: curious, exact, and not attached to his first answer.",
        case="Twenty tests, two browsers, two planted faults, both caught. The hard one: a test that was green for "
             "the wrong "
             "reason. I keep its first version to show others.",
        case_shown="public",
    ),
    StorySeed(
        "volunteers", "oakline-volunteers", "tobias", End.COMPLETED,
        "Personal data, handled with care; case kept private",
        done=3, fine_check_ins=1,
        lines=(
            Line("intern", 1, "Eleven people asked in 2023 to be removed and are still here. May I delete them first?"),
            Line("host", 1, "Yes, today. I will write to them and apologize."),
        ),
        by_host=Assessment((4, 4, 4, 4, 4, 3), "You stopped and asked when it mattered.", "Nothing large. More breaks.",
                           "Tobias gave us a list we need not be ashamed of."),
        by_intern=Assessment((3, 4, 4, 4, 3, 4), "Everyone understood why consent comes first.",
                             "The old list could have come a day sooner."),
        letter="Tobias Nkemelu cleaned our list of 700 volunteers. He treats a row as a person. We followed his "
               "rules for those "
               "without consent to the letter.",
        case="700 rows became 512 people. Eleven had asked to leave and were still there; they were the first thing "
             "I did.",
        case_shown="private",
    ),
    StorySeed(
        "grants", "harrow-grants", "greta", End.COMPLETED, "Returning to work; offered a second project",
        done=3, fine_check_ins=1,
        works=(
            Work(2, (
                Version("funders.csv", "name,deadline,verified on,fit of 6,next step\nLakefront Hearth Fund,1 "
                                       "March,by phone,6,"
                        "letter of two pages\nMill Creek Trust,open all year,by mail,5,ask for a talk\n",
                        "25 rows, all phoned or written to.",
                        "Three deadlines differ from what we believed. That alone paid for it."),
            )),
        ),
        by_host=Assessment((4, 4, 4, 4, 4, 3), "You phoned where others click.",
                           "Trust your own scores; you need not ask twice.",
                           "Greta found us more in two weeks than we had in two years."),
        by_intern=Assessment((4, 4, 4, 4, 4, 4), "I was treated as somebody who knows things.",
                             "I would take the first day for the budget next time.",
                             "After six years away, a result with my name on it."),
        letter="Greta Montoya made us a list of 25 funders, every deadline confirmed with a person. She works with "
               "judgment and "
               "without fuss, and the calendar she left is on every desk.",
        pathway="A second project of 20 hours: one application, written together.",
        case="25 funders, 25 confirmed deadlines, three that everybody had wrong.", case_shown="public",
    ),
)
