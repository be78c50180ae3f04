"""What can be answered: the categories that yearly audits of hiring count (EEO-1), and not wanting to say."""

from django.db.models import TextChoices


class Sex(TextChoices):
    FEMALE = "female"
    MALE = "male"
    ANOTHER = "another"
    UNDISCLOSED = "undisclosed"


class Race(TextChoices):
    HISPANIC = "hispanic"
    WHITE = "white"
    BLACK = "black"
    PACIFIC = "pacific"
    ASIAN = "asian"
    NATIVE = "native"
    SEVERAL = "several"
    UNDISCLOSED = "undisclosed"


SEXES = tuple(sex for sex in Sex if sex != Sex.UNDISCLOSED)
RACES = tuple(race for race in Race if race != Race.UNDISCLOSED)
