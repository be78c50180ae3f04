"""Everything the portfolio stores."""

from firstfoot.proof.portfolio.models.files import ItemFile
from firstfoot.proof.portfolio.models.items import ItemVersion, PortfolioItem
from firstfoot.proof.portfolio.models.letters import Recommendation
from firstfoot.proof.portfolio.models.pages import FormerAddress, PersonPage
from firstfoot.proof.portfolio.models.resume import Resume

__all__ = ["FormerAddress", "ItemFile", "ItemVersion", "PersonPage", "PortfolioItem", "Recommendation", "Resume"]
