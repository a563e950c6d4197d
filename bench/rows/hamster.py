# Asks hamster for a month over D-Bus, as its own window does: python3 hamster.py FACTS.json FROM TO RUNS, within a session
# bus of its own and with XDG_DATA_HOME in a scratch folder. Prints the milliseconds of each call as JSON.
import json
import os
import sqlite3
import subprocess
import sys
import time

import dbus

SERVICE = "/usr/libexec/hamster/hamster-service"


def started():
    process = subprocess.Popen([sys.executable, SERVICE], stdout=sys.stderr, stderr=sys.stderr)
    bus = dbus.SessionBus()
    until = time.monotonic() + 30
    while not bus.name_has_owner("org.gnome.Hamster"):
        if process.poll() is not None or time.monotonic() > until:
            raise SystemExit("hamster-service does not start")
        time.sleep(0.05)
    proxy = bus.get_object("org.gnome.Hamster", "/org/gnome/Hamster")
    return process, dbus.Interface(proxy, "org.gnome.Hamster")


def stopped(process):
    process.terminate()
    process.wait()
    bus = dbus.SessionBus()
    while bus.name_has_owner("org.gnome.Hamster"):
        time.sleep(0.05)


facts_file, first, last, runs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
# The first start makes the tables.
process, hamster = started()
hamster.GetTodaysFactsJSON()
stopped(process)

path = os.path.join(os.environ["XDG_DATA_HOME"], "hamster", "hamster.db")
db = sqlite3.connect(path)
with open(facts_file) as file:
    facts = json.load(file)
activities = {}
for customer, category, start, end, note in facts:
    key = (customer, category)
    if key not in activities:
        cursor = db.execute("INSERT OR IGNORE INTO categories (name, color_code, category_order, search_name) VALUES (?, '', 0, ?)", (category, category.lower()))
        category_id = db.execute("SELECT id FROM categories WHERE name = ?", (category,)).fetchone()[0]
        cursor = db.execute(
            "INSERT INTO activities (name, work, activity_order, deleted, category_id, search_name) VALUES (?, 1, 0, 0, ?, ?)",
            (customer, category_id, customer.lower()),
        )
        activities[key] = cursor.lastrowid
    db.execute(
        "INSERT INTO facts (activity_id, start_time, end_time, description) VALUES (?, ?, ?, ?)",
        (activities[key], start, end, note),
    )
db.execute("DROP TABLE IF EXISTS fact_index")
db.commit()
db.close()

process, hamster = started()
times = []
count = 0
for _ in range(runs):
    began = time.perf_counter()
    count = len(hamster.GetFactsJSON(f"{first} - {last}", ""))
    times.append((time.perf_counter() - began) * 1000)
stopped(process)
print(json.dumps({"times": times, "count": count}))
