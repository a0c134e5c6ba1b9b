"""What the software does by itself, and when. Read by the worker; each due time runs once."""

from datetime import time

from m4c.core.schedule import Scheduled, daily, every

SCHEDULE: list[Scheduled] = [
    daily("m4c.people.doubles.tasks.look_for_doubles", time(2, 30)),
    daily("m4c.people.doubles.tasks.forget_merges", time(3, 20)),
    daily("m4c.people.tasks.forget_old_sign_ins", time(3, 30)),
    daily("m4c.people.tasks.forget_old_files", time(3, 40)),
    daily("m4c.people.exports.tasks.forget_old_exports", time(3, 45)),
    daily("m4c.people.acting.tasks.forget_old_changes", time(3, 55)),
    daily("m4c.people.handing_over.tasks.destroy_unanswered_notes", time(3, 25)),
    every("m4c.people.safety.tasks.tell_of_overdue", minutes=30),
    daily("m4c.insight.tasks.forget_old_report_files", time(3, 50)),
    daily("m4c.people.desk.tasks.forget_front_desk", time(4, 0)),
    daily("m4c.people.rights.tasks.forget_own_data_links", time(4, 5)),
    daily("m4c.people.access.tasks.forget_access_packs", time(4, 10)),
    daily("m4c.people.erasure.retention_tasks.propose", time(4, 30)),
    every("m4c.people.erasure.tasks.erase_waiting", minutes=30),
    daily("m4c.events.planning.tasks.make_events_of_series", time(3, 10)),
    every("m4c.events.planning.tasks.tell_parts_held", minutes=10),
    daily("m4c.people.name_tasks.forget_names", time(3, 57)),
    daily("m4c.events.replies.tasks.forget", time(4, 20)),
    daily("m4c.listening.stories.tasks.lapse", time(0, 5)),
    daily("m4c.campaigns.kits.tasks.forget", time(4, 25)),
    daily("m4c.commitments.faces.tasks.look_after", time(4, 35)),
    every("m4c.commitments.faces.tasks.tell_of_moves", minutes=15),
    daily("m4c.commitments.watching.restating_tasks.restate_all", time(0, 10)),
    every("m4c.events.replies.tasks.call_up", minutes=10),
    every("m4c.events.letters.tasks.queue_due", minutes=10),
    every("m4c.events.letters.tasks.send_waiting", minutes=1),
    every("m4c.outreach.tasks.go_on", minutes=15),
    every("m4c.listening.deciding.tasks.go_on_telling", minutes=15),
    every("m4c.website.tasks.publish_due", minutes=1),
]
