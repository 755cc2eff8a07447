"""Fills a fresh server with some of everything. Usage: seed.py BASE SEED_FILE [--sign-in]

Writes the ids of what it made to SEED_FILE, and prints the token that it was given.
"""

import json
import sys
import urllib.parse
import urllib.request

BASE, SEED_FILE = sys.argv[1:3]
TOKEN = None


def send(path, body=None, kind="application/json"):
    headers = {"Content-Type": kind}
    if TOKEN:
        headers["Authorization"] = "Bearer " + TOKEN
    data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(BASE + path, data, headers, method="POST"), timeout=60) as answer:
        text = answer.read().decode()
    return json.loads(text) if text.startswith("{") else text


def upload(experiment):
    part = '--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    form = part % ("name", "weights") + part % ("data", "0123456789") + "--x--\r\n"
    create("resource", f"/resource/experiment/{experiment}", form.encode(), "multipart/form-data; boundary=x")


def create(kind, path, *body):
    (found,) = send(path, *body).values()
    made.setdefault(kind, []).extend(found if isinstance(found, list) else [found])
    return made[kind][-1]


def project(number):
    project = create("project", "/project", {"name": f"project {number}"})
    create("tag", f"/tag/project/{project}", {"value": f"tag {number}"})
    user = create("user", "/user", {"first_name": "A", "last_name": "B", "username": f"user{number}", "password": "p"})
    rights = {"create_permission": True, "read_permission": True, "update_permission": False, "delete_permission": False}
    create("userpermission", f"/userpermission/user/{user}/project/{project}", rights)
    model = create("model", f"/model/project/{project}", {"name": "model"})
    for _ in range(2):
        experiment = create("experiment", f"/experiment/project/{project}", {"status_id": 1, "name": "experiment"})
        upload(experiment)
        for _ in range(2):
            iteration = create("iteration", f"/iteration/experiment/{experiment}")
            create("parameter", f"/parameter/iteration/{iteration}", {"key": "rate", "value": "0.1"})
            metrics = [{"key": "loss", "value": 0.5}, {"key": "loss", "value": "NaN"}]
            create("metric", f"/metric/iteration/{iteration}/batch", {"metrics": metrics})
    create("modelversion", f"/modelversion/model/{model}", {"iteration_id": made["iteration"][-1]})


def crayon(name):
    send("/data", name)
    where = "?" + urllib.parse.urlencode({"xp": name, "name": "loss"})
    send("/data/scalars" + where, [1.0, 0, 0.5])
    send("/data/histograms" + where + "&tobuild=true", [1.0, 0, [0.5, 1.5]])


made = {"xp": [f"xp{number}" for number in range(8)], "series": ["loss", "loss"]}
if "--sign-in" in sys.argv:
    TOKEN = send("/auth", {"username": "default", "password": "default"})["access_token"]
for number in range(8):
    project(number)
for name in made["xp"]:
    crayon(name)
made["tag"] = list(range(1, 9))  # POST answers with the number of the attachment
with open(SEED_FILE, "w", encoding="utf-8") as file:
    json.dump(made, file)
print(TOKEN or "")
