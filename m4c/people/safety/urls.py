"""Addresses of keeping people safe: the press, the review, and referrals."""

from m4c.core.routes import route
from m4c.people.permissions import KEEP_SAFE, REFER, SEE_PROTECTED, SEE_REFERRALS
from m4c.people.views import kept_safe, protection, referral

HERS = "organise/kept-safe/<uuid:uid>"

urlpatterns = [
    route("organise/people/<uuid:uid>/keeping-safe/", protection.keep, allow=KEEP_SAFE, name="keep-safe"),
    route("organise/people/<uuid:uid>/safe-note/", protection.safe_note, allow=KEEP_SAFE, name="safe-note"),
    route("organise/protections/<uuid:uid>/", protection.pressed, allow=KEEP_SAFE, name="kept-safe-pressed"),
    route("organise/protections/<uuid:uid>/slip/", protection.take_back, allow=KEEP_SAFE, name="take-back-slip"),
    route("organise/kept-safe/", kept_safe.review, allow=SEE_PROTECTED, name="kept-safe"),
    route(f"{HERS}/", kept_safe.record, allow=SEE_PROTECTED, name="kept-safe-record"),
    route(f"{HERS}/confirmation/", kept_safe.confirm, allow=SEE_PROTECTED, name="confirm-protection"),
    route(f"{HERS}/lifting/", kept_safe.lift, allow=SEE_PROTECTED, name="lift-protection"),
    route(f"{HERS}/contact/", kept_safe.contact, allow=SEE_PROTECTED, name="set-safe-contact"),
    route(f"{HERS}/kept-long/<slug:rule>/", kept_safe.decide_case, allow=SEE_PROTECTED, name="decide-case-kept-safe"),
    route(f"{HERS}/account/closing/", kept_safe.close_account, allow=SEE_PROTECTED, name="close-account-kept-safe"),
    route("organise/at-risk/", referral.refer, allow=REFER, name="refer"),
    route("organise/at-risk/sent/", referral.sent, allow=REFER, name="refer-sent"),
    route("organise/referrals/", referral.referrals, allow=SEE_REFERRALS, name="referrals"),
    route("organise/referrals/<uuid:uid>/", referral.referral, allow=SEE_REFERRALS, name="referral"),
    route("organise/referrals/<uuid:uid>/steps/", referral.step, allow=SEE_REFERRALS, name="answer-referral"),
    route(
        "organise/referrals/<uuid:uid>/keeping-safe/",
        referral.keep_them_safe,
        allow=SEE_REFERRALS,
        name="keep-safe-from-referral",
    ),
]
