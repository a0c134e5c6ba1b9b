"""What somebody may agree to when they join: the words of the tick box by channel, kept with their answer."""

from django.utils.translation import gettext_lazy as _

from m4c.people.models import Channel

# The words are the consent: whoever changes them changes what people agree to from then on, and nothing before.
WORDINGS = {
    Channel.EMAIL: _("You may e-mail me news of the movement, its campaigns and its events. I can stop this any time."),
    Channel.TEXT: _("You may send me text messages about campaigns and events. I can stop this any time."),
    Channel.PHONE: _("You may ring me about campaigns and events. I can stop this any time."),
}
BY_PHONE = (Channel.TEXT, Channel.PHONE)


def agreed_wordings(channels: list[str]) -> dict[str, str]:
    """The wording of each of these channels, in the language in use."""
    return {channel: str(WORDINGS[Channel(channel)]) for channel in channels}
