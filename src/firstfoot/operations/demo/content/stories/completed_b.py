"""Stories that ended well, second half."""

from firstfoot.operations.demo.content.schema import Assessment, CheckIn, End, Line, Pulse, StorySeed, Version, Work

# fmt: off
COMPLETED_B = (
    StorySeed(
        "welcome", "saffron-welcome", "sam", End.COMPLETED, "Sam's first: the proof a walk-in visitor sees",
        done=2,
        works=(
            Work(1, (
                Version("flow-and-first-mail.md",
                        "# Flow\n\norder -> day 2: thanks -> day 6: who wove it -> day 14: care -> day 30: a second "
                        "piece -> "
                        "day 60: a question\n\n# Mail 1\n\nSubject: Your blanket is on its way\n\nIt left Toronto "
                        "this morning. "
                        "Wanjiru finished it in March; her initials are in the hem, on the left.\n",
                        "One mail, one link, 61 words.", "The hem. I had forgotten that we have that."),
            )),
            Work(2, (
                Version("mails-2-to-5.md",
                "# Mail 3: care\n\nWool forgives cold water. It does not forgive the dryer.\n",
                        "Loaded in the test account; merge fields show names.",
                        "Nearly there: mail four has no way to opt out.",
                        ((1, "Mail four has no opt-out line, the others do."),)),
                Version("mails-2-to-5-b.md",
                "# Mail 3: care\n\nWool forgives cold water. It does not forgive the dryer.\n\n"
                        "# Footer of all five\n\nNo more mails like this: one click, no questions.\n",
                        "Footer now comes from one place, so none can miss it.",
                        "Better than asked: now it cannot happen again."),
            )),
        ),
        check_ins=(CheckIn(Pulse("on_track", "some", "a_little",
        "The merge fields are strange, I will try once more alone.",
                                 "Knowing that the tone was right let me stop rewriting."),
                           Pulse("ahead", "high", "no",
                                 "The tone is right on the first try. Ask me about the fields.")),),
        lines=(
            Line("host", -4, "Two cushions are in the mail to you, so that you know what you write about."),
            Line("intern", 1, "They are here. My aunt will not give one back."),
            Line("intern", 7, "The name field shows a comma when there is no name. Do you want 'Hello' alone then?"),
            Line("host", 7, "Yes, please. I had never seen that case."),
        ),
        by_host=Assessment((4, 4, 4, 4, 3, 3),
        "You asked for the thing itself and then wrote about the hem. Nobody else had.",
                           "Say sooner when a tool is in your way; that is on us, not on you.",
                           "Sam's five mails are read to the end, and customers write back."),
        by_intern=Assessment((4, 4, 4, 4, 4, 4), "Answers within a day, with reasons.",
                             "A word on the mail tool at the start.",
                             "First time somebody sent me the thing I was to write about.",),
        letter="Sam Okoro wrote five welcome mails for us. He asked to hold the cloth before he wrote about it, "
               "found a detail in "
               "the hem that we had overlooked, and mended a fault in a way that keeps it from coming back. He takes "
               "review "
               "as a gift. I would gladly work with him again.",
        pathway="The spring series, 16 hours, in March.",
        case="Five mails, one aim each. When a mail went out without its opt-out line I moved the footer to one "
             "place instead of "
             "adding the line. Readers now answer the third mail with photos.",
        case_shown="public",
    ),
    StorySeed(
        "exporter", "pico-exporter", "bao", End.COMPLETED, "A tool that is in use; reply to an evaluation",
        done=3, fine_check_ins=3,
        works=(
            Work(1, (
                Version("README.md", "# tidylog\n\n    tidylog greenhouse.log > tidy.csv\n\nYou see one line per "
                                     "reading. If you "
                        "see a line number and a reason, the log is broken there.\n",
                        "Support read it before there was code; two lines changed.",
                        "I ran it before I read it. Right order."),
            )),
        ),
        by_host=Assessment((4, 4, 4, 4, 4, 4), "README first is now how we do it.",
                           "Take the free afternoon when we offer it.",
                           "Support has two hours a week back."),
        by_intern=Assessment((3, 3, 4, 4, 4, 3), "The review taught me more than a term.",
                             "Requests came on three channels; one would do.", "My code runs every Monday in Denver.",
                             reply="One channel it is. We moved everything to the project's conversation this week."),
        letter="Bao Tremblay wrote a tool that support runs alone on three systems. The README came first, and it "
               "shows.",
        pathway="A second project on documentation, posted for them first.",
        case="Four log formats, one tidy file, 31 tests. Broken lines are named, not skipped.", case_shown="public",
    ),
    StorySeed(
        "brand", "verbena-brand", "ingrid", End.COMPLETED, "A host alone; templates that are used",
        done=3, fine_check_ins=2,
        lines=(
            Line("host", 8, "The second direction. My mother likes the first, but she does not print the menus."),
            Line("intern", 8, "Then the second, with her lemon from the first."),
        ),
        by_host=Assessment((4, 4, 4, 3, 3, 4), "You tried the menu in candle light. So do my guests.",
                           "Send fewer files, named by what they are for.",
                           "Three houses became one."),
        by_intern=Assessment((4, 3, 4, 4, 4, 4), "She decided quickly and said why.",
                             "Mornings only was hard in exam week.",
                             "My sign hangs in a street."),
        letter="Ingrid Salazar gave my guesthouse one face. I change the menu myself in five minutes, as promised.",
        case="A sign, a menu and a site that looked like three houses. Two directions, one lemon, six templates.",
        case_shown="public",
    ),
    StorySeed(
        "survey", "marshlight-survey", "callum", End.COMPLETED, "Rain, a moved due date, an honest readout",
        done=3, fine_check_ins=1,
        check_ins=(CheckIn(Pulse("behind", "some", "a_little",
        "Rain on Saturday, 31 answers instead of 80. May the second weekend count?"),
                           Pulse("behind", "some", "no", "Rain is nobody's fault. I move the due date by four days.")),
                           ),
        by_host=Assessment((4, 4, 3, 4, 4, 4), "You said what the answers cannot tell, before we asked.",
                           "Charts first, tables after.", "The board chose the toilet. So did the visitors."),
        by_intern=Assessment((4, 4, 4, 4, 3, 4), "They let the data speak against their favorite.", "A plan for rain.",
                             "My page on who did not answer was read aloud to the board."),
        letter="Callum Wray surveyed 187 visitors for us in poor weather and reported with rare honesty.",
        case="187 answers, twelve questions, one wish nobody had expected. And a page on those who did not answer.",
        case_shown="redacted",
    ),
    StorySeed(
        "notes", "voxa-notes", "amadou", End.COMPLETED, "Short, clean, done in two weeks",
        done=2, fine_check_ins=1,
        works=(
            Work(1, (
                Version("episode-1-notes.md",
                "# The river under the market\n\n00:00 A fishmonger hears water\n04:12 The map of "
                        "1743, and what it leaves out\n11:38 Who covered it, and why on a Sunday\n",
                        "Names checked against the archive's list.",
                        "Time marks are exact. The first line makes me press play."),
            )),
        ),
        by_host=Assessment((3, 4, 4, 3, 3, 4), "Exact and on time.", "Suggest more; your ideas on the clips were good.",
                           "People find our stories again."),
        by_intern=Assessment((4, 4, 3, 4, 4, 3), "Clear from the first day.",
                             "More talk about what makes a good clip."),
        letter="Amadou Keller wrote notes for four episodes, exact to the second and a pleasure to read.",
        case="Four episodes, eight clips, every name checked twice.", case_shown="public",
    ),
)
