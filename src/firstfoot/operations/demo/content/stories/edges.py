"""Stories before the work, after it, and those that ended early."""

from firstfoot.operations.demo.content.schema import Assessment, End, Line, StorySeed, Version, Work

# fmt: off
EDGES = (
    # Agreeing
    StorySeed("literature", "velden-literature", "lior", End.PROPOSED, "Just accepted; nobody has signed",
              lines=(Line("host", -6, "Welcome, Lior. Read the agreement with care; the part on showing the work is "
                                      "yours to change."),)),
    StorySeed("model", "saffron-model", "kiran", End.COUNTERED, "The intern answered with a second version",
              countered="Could the start move by one week? My audit exam is on the first Friday. Nothing else changes.",
              lines=(Line("intern", -5, "I sent a second version: one week later, for an exam."),
                     Line("host", -4, "A week is fine for me; Farah signs for us and is back on Thursday."))),
    StorySeed("calendar", "brindle-calendar", "lucia", End.HALF_SIGNED, "The intern has signed; Hana has not yet",
              lines=(Line("intern", -14,
              "Signed. I have already looked at your last thirty posts, I could not help it."),)),
    # Onboarding
    StorySeed("interviews", "lanternfish-interviews", "rowan", End.ONBOARDING,
              "Signed; three steps open, one of them the host's",
              steps_open=(1, 7, 10),
              access=(("Interview calendar, may add talks", "tool", "Mio"),
                      ("Folder with the consent forms", "folder", ""),
                      ("Badge for the quiet room", "key", "Front desk, second floor")),
              plan=(("intern", "Read the consent form aloud once", 3, "https://lanternfish.example.org/consent-form"),
                    ("host", "Book the quiet room for the first two talks", 4, "")),
              lines=(Line("host", -3, "The invitations went out. Nine people have said yes."),
                     Line("intern", -2,
                          "Then we have one to spare. May I read the consent form to you on the phone?"))),
    StorySeed("api-docs", "pico-api-docs", "bao", End.ONBOARDING,
    "A second project with the same host; nearly ready to start",
              steps_open=(2,),
              lines=(Line("host", -3, "Glad you are back. The test account is the same as last time, with a new key."),
                     )),
    # Closing
    StorySeed(
        "vendors", "saffron-vendors", "helena", End.CLOSING, "All accepted; the host's evaluation is missing",
        access=(("Price lists of the parcel firms", "folder", ""), ("Parcel portal, read only", "account", "Colm")),
        done=2, fine_check_ins=1,
        by_intern=Assessment((4, 4, 4, 4, 4, 3), "Colm checked every figure with me and explained why.",
                             "Two quotes came late because I asked late.",
                             "I know now what a parcel costs when it comes back."),
    ),
    StorySeed(
        "handbook", "harrow-handbook", "dwayne", End.CLOSING,
        "All accepted; the intern's evaluation is missing; a letter is drafted",
        done=3, fine_check_ins=2,
        works=(
            Work(2, (
                Version("handbook-draft.md",
                "# Where is everything\n\nThe kettle is behind the pallet scale. The quiet corner is "
                        "behind the kettle.\n\n# Whom you may disturb\n\nAnyone in a green vest. Never the forklift.\n",
                        "Twelve pages, two colleagues have marked each.", "It sounds like us on a good day."),
            )),
        ),
        by_host=Assessment((4, 4, 4, 4, 4, 4), "You know what a first week feels like and wrote for exactly that.",
                           "Ask for the insurer's text sooner.",
                           "New people ask us better questions since Dwayne's handbook."),
        letter="Dwayne Pruitt wrote our first-week handbook. Twelve years in kitchens taught him what people need on "
               "day one, and "
               "he put it into twelve plain pages that two warehouses now use.",
    ),
    # Ended early
    StorySeed(
        "leads", "ridgeway-leads", "winnie", End.ENDED_BY_HOST,
        "The host's plans changed; part of the work was accepted and paid",
        done=1, fine_check_ins=1, end_reason="plans_changed",
        end_note="We sold the delivery fleet this week, so the list has no use any more. This is about us and not "
                 "about your work. The "
                 "accepted part is paid in full, and half of the rest.",
        handed_over="The fit rule and 20 scored examples. The raw list of 64 rows stays with you; delete it, please.",
        by_host=Assessment((4, 4, 4, 4, 3, 4), "The rule was so clear that I used it myself.", "Nothing on your side."),
        by_intern=Assessment((3, 3, 4, 3, 4, 4), "I heard the reason at once and from the owner.",
                             "I would have liked to finish."),
        letter="Winnie Abara wrote a rule for choosing customers that we still use, although we had to end the "
               "project early.",
    ),
    StorySeed(
        "voices", "marshlight-voices", "tamsin", End.ENDED_BY_INTERN,
        "The intern fell ill and handed over in good order",
        done=1, end_reason="illness",
        end_note="I have to stop for my health. I am sorry, and I would like to come back to the fen one day.",
        handed_over="Two confirmed portraits, consent forms, the guide, and names of three people who wait for a call.",
        lines=(Line("intern", 9, "I have to stop, my doctor was clear. All files are in the folder and I wrote down "
                                 "who waits for a call."),
               Line("host", 9, "Get well, Tamsin. The two portraits are lovely and will stand under your name.")),
        by_host=Assessment((4, 4, 4, 3, 3, 3), "Two portraits that made us want to meet these people.",
                           "Only this: rest."),
    ),
)
