"""The pages of the window, in the order of its navigation. A new page is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.halls.roles import Right
from desktop.ui.desk import Desk
from desktop.ui.pages.billing.page import BillingPage
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.closing.page import ClosingPage
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.custody.page import CustodyPage
from desktop.ui.pages.delivery.page import DeliveryPage
from desktop.ui.pages.disagreements.page import DisagreementsPage
from desktop.ui.pages.exchange.page import ExchangePage
from desktop.ui.pages.figures.board_page import BoardPage
from desktop.ui.pages.figures.month_page import MonthPage
from desktop.ui.pages.hall.page import HallPage
from desktop.ui.pages.help.page import HelpPage
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.pages.items.page import ItemsPage
from desktop.ui.pages.licences.page import LicencesPage
from desktop.ui.pages.log.page import LogPage
from desktop.ui.pages.page import Page
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.pages.policies.page import PoliciesPage
from desktop.ui.pages.retention.page import RetentionPage
from desktop.ui.pages.review.page import ReviewPage
from desktop.ui.pages.themes.page import ThemesPage
from desktop.wording import _


@dataclass(frozen=True, slots=True)
class PageEntry:
    """`id` is what `Page.wanted` names. Alt+1, Alt+2, … follow the order of
    this list, Alt+0 is the tenth, whatever a role may use: a key never changes its meaning.

    `right` None offers the page to everybody who signed in; `hidden` keeps it out of the
    navigation (it is reached from another page).
    """

    id: str
    title: str
    right: Right | None
    make: Callable[[Desk], Page]
    hidden: bool = False


PAGES: tuple[PageEntry, ...] = (
    PageEntry("intake", _("接待"), Right.SERVE, IntakePage),
    PageEntry("cases", _("办件"), Right.LOOK, CasesPage),
    PageEntry("delivery", _("出件"), Right.SERVE, DeliveryPage),
    PageEntry("courier", _("快递"), Right.SHIP, CourierPage),
    PageEntry("log", _("日志"), Right.EXPORT_LOG, LogPage),
    PageEntry("licences", _("证照"), Right.SERVE, LicencesPage),
    PageEntry("hall", _("大厅"), None, HallPage),
    PageEntry("papers", _("文书"), Right.LOOK, PapersPage),
    PageEntry("help", _("帮助"), None, HelpPage),
    PageEntry("policies", _("政策"), None, PoliciesPage),
    PageEntry("themes", _("主题"), Right.SERVE, ThemesPage),
    PageEntry("items", _("事项"), None, ItemsPage, hidden=True),
    PageEntry("custody", _("保管"), Right.SHIP, CustodyPage, hidden=True),
    PageEntry("exchange", _("联网"), None, ExchangePage, hidden=True),
    PageEntry("billing", _("对账"), Right.RECONCILE, BillingPage, hidden=True),
    PageEntry("review", _("复核·督办"), Right.OVERSEE, ReviewPage, hidden=True),
    PageEntry("retention", _("保存期"), Right.PURGE, RetentionPage, hidden=True),
    PageEntry("disagreements", _("分歧·移交"), Right.SERVE, DisagreementsPage, hidden=True),
    PageEntry("closing", _("日结·交班"), Right.SERVE, ClosingPage, hidden=True),
    PageEntry("board", _("看板"), Right.EXPORT_LOG, BoardPage, hidden=True),
    PageEntry("month", _("月报"), Right.EXPORT_LOG, MonthPage, hidden=True),
)
