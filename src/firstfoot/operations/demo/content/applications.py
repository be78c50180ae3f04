"""Applications that led to no engagement: waiting, shortlisted, declined, lapsed, withdrawn."""

from firstfoot.operations.demo.content.schema import ApplicationSeed as A

# fmt: off
APPLICATIONS = (
    # Open projects, being read
    A("tidewrack-market", "nadia", "shortlisted", 2), A("tidewrack-market", "kiran", "submitted", 5),
    A("tidewrack-market", "soren", "submitted", 7), A("tidewrack-market", "petra", "withdrawn", 3),
    A("lanternfish-workshop", "yara", "submitted", 2), A("lanternfish-workshop", "dwayne", "submitted", 4),
    A("lanternfish-workshop", "greta", "draft", 6),
    A("oakline-usability", "rowan", "shortlisted", 3), A("oakline-usability", "theo", "submitted", 6),
    A("oakline-usability", "saoirse", "submitted", 8), A("oakline-usability", "sam", "draft", 9),
    A("velden-carbon", "soren", "offered", 2), A("velden-carbon", "owen", "shortlisted", 3),
    A("velden-carbon", "lior", "submitted", 5), A("velden-carbon", "anjali", "declined", 2, "hours_dates",
      "You wrote that you are free from March. The vans are decided before; I would gladly see you in a later "
      "project."),
    A("ridgeway-infographic", "ingrid", "submitted", 1), A("ridgeway-infographic", "sam", "submitted", 3),
    A("ridgeway-infographic", "saoirse", "submitted", 4),
    A("marshlight-privacy", "tobias", "submitted", 5), A("marshlight-privacy", "jiho", "submitted", 8),
    A("brindle-calendar", "petra", "shortlisted", 4), A("brindle-calendar", "marlow", "submitted", 6),
    A("brindle-calendar", "paloma", "submitted", 7),
    # The silent host: paused, applicants told
    A("northgate-articles", "marlow", "submitted", 3), A("northgate-articles", "petra", "submitted", 3),
    A("northgate-articles", "lucia", "submitted", 5), A("northgate-articles", "amadou", "withdrawn", 4),
    # Closed by the host: applications lapsed, kindly
    A("quillhaven-jobs", "rowan", "lapsed", 4), A("quillhaven-jobs", "fatou", "lapsed", 6),
    A("quillhaven-jobs", "greta", "lapsed", 9), A("quillhaven-jobs", "tamsin", "withdrawn", 5),
    # Beside those who were chosen
    A("brindle-faq", "ingrid", "declined", 4, "others_closer",
      "Your poster work is lovely; this time we need somebody who builds."),
    A("brindle-faq", "bao", "lapsed", 6), A("brindle-faq", "ravi", "lapsed", 8),
    A("brindle-sop", "lucia", "declined", 5, "experience_shown"),
    A("tidewrack-rivals", "paloma", "lapsed", 6), A("tidewrack-rivals", "winnie", "declined", 4, "answers_thin",
      "Your list was strong; the answer on wrong figures was one line. Two examples would have told us more."),
    A("tidewrack-onepager", "petra", "lapsed", 3), A("lanternfish-prototype", "ingrid", "declined", 3, "skills_fit"),
    A("lanternfish-tests", "bao", "lapsed", 7), A("lanternfish-tests", "theo", "refused", 4),
    A("lanternfish-interviews", "tamsin", "lapsed", 3), A("oakline-volunteers", "mei", "expired", 3),
    A("harrow-grants", "lior", "declined", 6, "others_closer"), A("harrow-records", "dwayne", "lapsed", 5),
    A("harrow-handbook", "jiho", "declined", 7, "others_closer", "We wanted somebody who can come to the warehouse."),
    A("velden-notebook", "anjali", "declined", 4, "others_closer"), A("velden-literature", "owen", "lapsed", 6),
    A("pico-dashboard", "owen", "lapsed", 5), A("pico-dashboard", "soren", "declined", 6, "skills_fit"),
    A("verbena-brand", "saoirse", "declined", 5, "others_closer"), A("ridgeway-crm", "winnie", "lapsed", 6),
    A("saffron-model", "nadia", "lapsed", 5), A("saffron-welcome", "petra", "declined", 4, "others_closer",
      "It was very close. We will post a spring series and hope to read from you again."),
    A("marshlight-survey", "anjali", "withdrawn", 3), A("voxa-cut", "amadou", "declined", 5, "experience_shown"),
    A("quillhaven-access", "sam", "declined", 6, "others_closer",
      "You test with care. This time somebody applied who uses a screen reader every day."),
)
