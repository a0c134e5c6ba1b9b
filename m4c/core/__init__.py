"""What every app stands on and no app owns: operations, permissions, routes, visibility, audit, tasks, components.

Entry rule: something lives here once three apps or more use it, and it knows nothing of people or events.
"""
