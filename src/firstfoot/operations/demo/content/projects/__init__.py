"""The projects of the demo world: 41 of the kinds that small hosts post."""

from firstfoot.operations.demo.content.projects import (
    bakery_and_food,
    lab_and_sensors,
    learning_and_repair,
    public_good,
    shops_and_media,
)

PROJECTS = (
    *bakery_and_food.PROJECTS,
    *learning_and_repair.PROJECTS,
    *public_good.PROJECTS,
    *lab_and_sensors.PROJECTS,
    *shops_and_media.PROJECTS,
)
