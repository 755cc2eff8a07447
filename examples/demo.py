"""Fills a Daybook server with a believable project: several real, small trainings, through the tracking API.

Trains small networks on two moons with different optimisers and rates, and logs loss, accuracy and the weights' norm step by step.
One run diverges and fails, as one always does; the best becomes a model in production. Nothing but Python is needed.

    python3 examples/demo.py [--url http://localhost:9000] [--steps 200] [--seed 7]
"""

import argparse
import json
import math
import random
import time
import urllib.request

SWEEP = [
    {"optimizer": optimizer, "lr": rate, "hidden": hidden}
    for optimizer, rates in (("sgd", (0.1, 0.5)), ("momentum", (0.05, 0.2)), ("adam", (0.003, 0.02)))
    for rate in rates
    for hidden in (4, 10)
] + [{"optimizer": "momentum", "lr": 60.0, "hidden": 10}]


class Server:
    def __init__(self, url):
        self.url = url.rstrip("/")

    def send(self, method, path, body=None, kind="application/json"):
        payload = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, payload, {"Content-Type": kind}, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def create(self, path, body=None):
        return next(iter(self.send("POST", path, body).values()))

    def upload(self, experiment, name, content):
        edge = "demo-%d" % random.getrandbits(48)
        parts = b"".join(
            b'--%b\r\nContent-Disposition: form-data; name="%b"%b\r\n\r\n%b\r\n' % (edge.encode(), key, file, value)
            for key, file, value in (
                (b"name", b"", name.encode()),
                (b"data", b'; filename="data"', content),
            )
        )
        kind = "multipart/form-data; boundary=" + edge
        form = parts + ("--%s--\r\n" % edge).encode()
        return self.send("POST", "/resource/experiment/%d" % experiment, form, kind)["resource_id"]


def moons(count, noise, dice):
    points = []
    for i in range(count):
        angle, upper = math.pi * dice.random(), i % 2
        x, y = math.cos(angle), math.sin(angle)
        x, y = (x, y) if upper else (1 - x, 0.5 - y)
        points.append((x + dice.gauss(0, noise), y + dice.gauss(0, noise), upper))
    return points


class Network:
    """Two inputs, one hidden layer of tanh, one logistic output; weights in one flat list."""

    def __init__(self, hidden, dice):
        self.hidden = hidden
        self.weights = [dice.gauss(0, 0.6) for _ in range(4 * hidden + 1)]
        self.first, self.second = [0.0] * len(self.weights), [0.0] * len(self.weights)

    def forward(self, x, y):
        w = self.weights
        units = [math.tanh(w[4 * i] * x + w[4 * i + 1] * y + w[4 * i + 2]) for i in range(self.hidden)]
        score = w[-1] + sum(w[4 * i + 3] * units[i] for i in range(self.hidden))
        return units, 1 / (1 + math.exp(-score)) if score > -700 else 0.0

    def gradient(self, batch):
        slope, w = [0.0] * len(self.weights), self.weights
        for x, y, label in batch:
            units, p = self.forward(x, y)
            error = (p - label) / len(batch)
            slope[-1] += error
            for i, unit in enumerate(units):
                back = error * w[4 * i + 3] * (1 - unit * unit)
                for place, part in enumerate((back * x, back * y, back, error * unit)):
                    slope[4 * i + place] += part
        return slope

    def step(self, slope, optimizer, rate, number):
        for i, g in enumerate(slope):
            if optimizer == "adam":
                self.first[i] = 0.9 * self.first[i] + 0.1 * g
                self.second[i] = 0.999 * self.second[i] + 0.001 * g * g
                mean, scale = self.first[i] / (1 - 0.9**number), self.second[i] / (1 - 0.999**number)
                self.weights[i] -= rate * mean / (math.sqrt(scale) + 1e-8)
            else:
                self.first[i] = (0.9 if optimizer == "momentum" else 0.0) * self.first[i] + g
                self.weights[i] -= rate * self.first[i]

    def score(self, points):
        """Mean loss, and the share of right answers; a loss may well be infinite."""
        loss = right = 0
        for x, y, label in points:
            p = self.forward(x, y)[1]
            sure = p if label else 1 - p
            loss += -math.log(sure) if sure > 0 else math.inf
            right += (p > 0.5) == bool(label)
        return loss / len(points), right / len(points)


def finite(value):
    return value if math.isfinite(value) else "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def train(server, experiment, settings, steps, seed):
    dice = random.Random(seed)
    training, test = moons(160, 0.18, dice), moons(100, 0.18, dice)
    run = server.create("/iteration/experiment/%d" % experiment)
    for key, value in {**settings, "batch": 32, "seed": seed}.items():
        server.create("/parameter/iteration/%d" % run, {"key": key, "value": str(value)})
    network, columns = Network(settings["hidden"], dice), {}
    for number in range(1, steps + 1):
        network.step(network.gradient(dice.sample(training, 32)), settings["optimizer"], settings["lr"], number)
        told = dict(zip(("train/loss", "train/accuracy", "test/loss", "test/accuracy"), network.score(training) + network.score(test)))
        told["weights/norm"] = math.sqrt(sum(w * w for w in network.weights))
        for key, value in told.items():
            column = columns.setdefault(key, {"key": key, "step": [], "value": [], "wall_time": []})
            column["step"].append(number)
            column["value"].append(finite(value))
            column["wall_time"].append(time.time())
        if number % 20 == 0 or number == steps:
            server.send("POST", "/series/iteration/%d/scalars" % run, {"series": list(columns.values())})
            columns = {}
    return run, network, told


def finish(server, run, told):
    failed = not told["train/loss"] < 1
    server.send("PATCH", "/iteration/%d" % run, {
        "status_id": 3 if failed else 2,
        "end_date": time.strftime("%Y-%m-%dT%H:%M:%S"),
        "notes": "Diverged; the rate is far too high." if failed else "",
        "error_message": "loss did not come down" if failed else "",
    })


def publish(server, project, experiment, ranking):
    model = server.create("/model/project/%d" % project, {"name": "moons-classifier", "description": "Tells two moons apart"})
    for place, (loss, run, network) in enumerate(reversed(ranking[:3])):
        weights = json.dumps({"hidden": network.hidden, "weights": network.weights}, indent=1).encode()
        resource = server.upload(experiment, "weights-%d.json" % run, weights)
        version = server.create("/modelversion/model/%d" % model, {
            "iteration_id": run, "resource_id": resource, "description": "test loss %.4f" % loss})
        if place > 0:
            server.send("PATCH", "/modelversion/%d" % version, {"stage_id": 3})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://localhost:9000")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    server = Server(asked.url)
    project = server.create("/project/", {"name": "Two moons"})
    server.send("PATCH", "/project/%d" % project, {"description": "Small networks on a small problem"})
    server.create("/tag/project/%d" % project, {"value": "demo"})
    experiment = server.create("/experiment/project/%d" % project, {"status_id": 1, "name": "Optimisers and rates"})
    ranking = []
    for number, settings in enumerate(SWEEP):
        run, network, told = train(server, experiment, settings, asked.steps, asked.seed + number)
        if told["test/accuracy"] > 0.9:
            server.create("/tag/iteration/%d" % run, {"value": "good"})
        finish(server, run, told)
        if told["test/loss"] < 1:
            ranking.append((told["test/loss"], run, network))
        print("iteration %d  %-40s test loss %.4f" % (run, settings, told["test/loss"]))
    ranking.sort(key=lambda entry: entry[0])
    report = "\n".join("run,test_loss\n".splitlines() + ["%d,%.6f" % (run, loss) for loss, run, _ in ranking]).encode()
    server.upload(experiment, "ranking.csv", report)
    publish(server, project, experiment, ranking)
    print("look at it: %s/ui#/experiment/%d" % (server.url, experiment))


if __name__ == "__main__":
    main()
