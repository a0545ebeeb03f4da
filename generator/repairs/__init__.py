"""Write what the stages correct in invalid documents as the actions of an overlay."""

from .propose import RULES, Repair, repair_document

__all__ = ["RULES", "Repair", "repair_document"]
