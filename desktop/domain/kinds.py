"""Every kind of entry the journal may hold, with its version and payload.

A released kind decodes for ever: its golden line stands in `tests/golden/journal/`. Never
change what an old line decodes to; add a field with a default, or a new version.
"""

from __future__ import annotations

from desktop.domain.addresses import entries as addresses
from desktop.domain.advice import entries as advice
from desktop.domain.billing import entries as billing
from desktop.domain.cases import entries as cases
from desktop.domain.cases import papers
from desktop.domain.courier import coverage, messages
from desktop.domain.courier import entries as courier
from desktop.domain.courier.arrivals import entries as arrivals
from desktop.domain.courier.carrying import pickups
from desktop.domain.courier.troubles import entries as troubles
from desktop.domain.custody import entries as custody
from desktop.domain.custody import misdelivery
from desktop.domain.days import entries as days
from desktop.domain.exchange import entries as exchange
from desktop.domain.exchange import handing
from desktop.domain.halls import entries as halls
from desktop.domain.handling import batches, changes
from desktop.domain.handling import entries as handling
from desktop.domain.licences import categories, checks, consent
from desktop.domain.licences import entries as licences
from desktop.domain.packs import entries as packs
from desktop.domain.promises import entries as promises
from desktop.domain.supervision import entries as supervision
from desktop.domain.supervision.closing import entries as closing
from desktop.domain.supervision.retention import entries as retention
from desktop.domain.supervision.review import entries as review
from desktop.domain.themes import entries as themes

KINDS: dict[tuple[str, int], type] = {
    ("station.opened", 1): halls.StationOpened,
    ("clerk.set", 1): halls.ClerkSet,
    ("clerk.signed_in", 1): halls.ClerkSignedIn,
    ("clerk.secret_set", 1): halls.ClerkSecretSet,
    ("authority.set", 1): halls.AuthoritySet,
    ("hall.alone_rule_set", 1): halls.AloneRuleSet,
    ("item.published", 1): halls.ItemPublished,
    ("part.published", 1): packs.PartPublished,
    ("hall.publishing_rule_set", 1): packs.PublishingRuleSet,
    ("items.proposed", 1): packs.ItemsProposed,
    ("items.proposal_settled", 1): packs.ProposalSettled,
    ("calendar.published", 1): days.YearPublished,
    ("calendar.rule_set", 1): days.CountingRuleSet,
    ("visit.started", 1): cases.VisitStarted,
    ("visit.ended", 1): cases.VisitEnded,
    ("consultation.logged", 1): advice.ConsultationLogged,
    ("case.received", 1): cases.CaseReceived,
    ("case.supplemented", 1): cases.CaseSupplemented,
    ("case.accepted", 1): cases.CaseAccepted,
    ("case.settled", 1): cases.CaseSettled,
    ("case.collected", 1): cases.CaseCollected,
    ("case.correction_noticed", 1): cases.CorrectionNoticed,
    ("case.refused", 1): cases.CaseRefused,
    ("case.withdrawn", 1): cases.CaseWithdrawn,
    ("case.revealed", 1): cases.PersonalRevealed,
    ("case.purged", 1): cases.CasePurged,
    ("case.procedure_started", 1): handling.ProcedureStarted,
    ("case.procedure_ended", 1): handling.ProcedureEnded,
    ("case.technical_requested", 1): handling.TechnicalRequested,
    ("case.technical_given", 1): handling.TechnicalGiven,
    ("case.reviewed", 1): handling.Reviewed,
    ("case.extended", 1): handling.Extended,
    ("case.decided", 1): handling.Decided,
    ("case.produced", 1): handling.Produced,
    ("case.delivered", 1): handling.Delivered,
    ("case.due_changed", 1): handling.DueChanged,
    ("case.overdue_explained", 1): handling.OverdueExplained,
    ("case.terminated", 1): changes.Terminated,
    ("case.acceptance_revoked", 1): changes.AcceptanceRevoked,
    ("case.transferred", 1): changes.Transferred,
    ("case.amended", 1): changes.Amended,
    ("case.reissued", 1): changes.Reissued,
    ("case.contact_set", 1): changes.ContactSet,
    ("case.act_reviewed", 1): changes.ActReviewed,
    ("case.committed", 1): promises.Committed,
    ("case.commitment_withdrawn", 1): promises.CommitmentWithdrawn,
    ("case.commitment_breached", 1): promises.CommitmentBreached,
    ("case.breach_repaired", 1): promises.BreachRepaired,
    ("records.imported", 1): promises.RecordsImported,
    ("materials.handed_over", 1): batches.MaterialsHandedOver,
    ("materials.taken_over", 1): batches.MaterialsTakenOver,
    ("paper.issued", 1): papers.PaperIssued,
    ("paper.printed", 1): papers.PaperPrinted,
    ("shipment.created", 1): courier.ShipmentCreated,
    ("shipment.amended", 1): courier.ShipmentAmended,
    ("shipment.moved", 1): courier.ShipmentMoved,
    ("shipment.tracked", 1): courier.ShipmentTracked,
    ("courier.coverage_set", 1): coverage.CoverageSet,
    ("message.prepared", 1): messages.MessagePrepared,
    ("address.saved", 1): addresses.AddressSaved,
    ("address.removed", 1): addresses.AddressRemoved,
    ("shipment.handed_over", 1): courier.ParcelsHandedOver,
    ("shipment.followed_up", 1): troubles.FollowedUp,
    ("shipment.complained", 1): troubles.Complained,
    ("shipment.claimed", 1): troubles.Claimed,
    ("shipment.appealed", 1): troubles.Appealed,
    ("shipment.answered", 1): troubles.Answered,
    ("shipment.trouble_settled", 1): troubles.TroubleSettled,
    ("courier.terms_set", 1): troubles.TermsSet,
    ("piece.registered", 1): custody.PieceRegistered,
    ("piece.moved", 1): custody.PieceMoved,
    ("shipment.sealed", 1): custody.ParcelSealed,
    ("shipment.unsealed", 1): custody.ParcelUnsealed,
    ("shipment.paper_refused", 1): custody.PaperRefused,
    ("shipment.opened", 1): custody.ParcelOpened,
    ("shipment.alone_reviewed", 1): custody.AloneReviewed,
    ("shipment.misdelivered", 1): misdelivery.Misdelivered,
    ("shipment.misdelivery_followed", 1): misdelivery.MisdeliveryFollowed,
    ("hall.custody_rule_set", 1): custody.CustodyRuleSet,
    ("shipment.pickup_ordered", 1): pickups.PickupOrdered,
    ("shipment.pickup_told", 1): pickups.PickupTold,
    ("shipment.pickup_cancelled", 1): pickups.PickupCancelled,
    ("licence.issued", 1): licences.LicenceIssued,
    ("licence.ended", 1): licences.LicenceEnded,
    ("theme.received", 1): themes.ThemeReceived,
    ("theme.stage_begun", 1): themes.ThemeStageBegun,
    ("theme.ended", 1): themes.ThemeEnded,
    ("licence.category_set", 1): categories.CategorySet,
    ("licence.consent_given", 1): consent.ConsentGiven,
    ("licence.fetched", 1): consent.LicenceFetched,
    ("licence.verified", 1): checks.LicenceVerified,
    ("licence.holder_checked", 1): consent.HolderChecked,
    ("hub.joined", 1): exchange.HubJoined,
    ("hub.code_issued", 1): exchange.CodeIssued,
    ("hub.device_revoked", 1): exchange.DeviceRevoked,
    ("hub.device_renewed", 1): exchange.DeviceRenewed,
    ("number.replaced", 1): exchange.NumberReplaced,
    ("hub.order_retold", 1): exchange.OrderRetold,
    ("hub.healed", 1): exchange.HubHealed,
    ("bundle.written", 1): exchange.BundleWritten,
    ("bundle.taken", 1): exchange.BundleTaken,
    ("disagreement.settled", 1): exchange.DisagreementSettled,
    ("case.handed_to_hall", 1): handing.HandedToHall,
    ("case.taken_from_hall", 1): handing.TakenFromHall,
    ("case.materials_collected", 1): handing.MaterialsCollected,
    ("shipment.registered", 1): arrivals.ParcelRegistered,
    ("shipment.matched", 1): arrivals.ParcelMatched,
    ("shipment.unmatched", 1): arrivals.ParcelUnmatched,
    ("shipment.sent_on", 1): arrivals.ParcelSentOn,
    ("bill.imported", 1): billing.BillImported,
    ("bill.lines", 1): billing.BilledLines,
    ("bill.disputed", 1): billing.BillDisputed,
    ("bill.credited", 1): billing.BillCredited,
    ("bill.signed_off", 1): billing.BillSignedOff,
    ("tariff.published", 1): billing.TariffPublished,
    ("log.exported", 1): supervision.LogExported,
    ("day.closed", 1): closing.DayClosed,
    ("shift.handed_over", 1): closing.ShiftHandedOver,
    ("act.reviewed", 1): review.ActLookedAt,
    ("case.assigned", 1): review.CaseAssigned,
    ("draft.handled", 1): review.DraftHandled,
    ("case.hold_set", 1): retention.HoldSet,
    ("retention.set", 1): retention.RetentionSet,
    ("retention.approved", 1): retention.DestructionApproved,
    ("person.asked", 1): retention.PersonAsked,
}

KIND_OF: dict[type, tuple[str, int]] = {payload: kind for kind, payload in KINDS.items()}
