"""A real, small training that logs to Daybook through the unchanged Crayon client.

Trains a softmax regression on scikit-learn's bundled digits, logs loss, accuracy and histograms of the weights, then takes a
backup, deletes the experiment, restores it, and compares every value.

    pip install requests setuptools wheel
    pip install --no-build-isolation -r examples/requirements.txt
    python examples/train_digits.py [--host localhost] [--port 8889] [--epochs 30]
"""

import argparse
import os
import tempfile
import time

import numpy as np
from pycrayon import CrayonClient
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", type=int, default=8889)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--name", default="digits " + time.strftime("%Y-%m-%d %H:%M:%S"))
    parser.add_argument("--keep", metavar="FILE", help="keep the backup under this name")
    return parser.parse_args()


def data():
    digits = load_digits()
    pixels = digits.data / 16.0
    return train_test_split(pixels, digits.target, test_size=0.25, random_state=7)


def softmax(scores):
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exponents / exponents.sum(axis=1, keepdims=True)


def train(experiment, epochs, rate=0.5, batch=64):
    train_x, test_x, train_y, test_y = data()
    random = np.random.default_rng(7)
    weights = random.normal(scale=0.01, size=(train_x.shape[1], 10))
    bias = np.zeros(10)
    for epoch in range(epochs):
        order = random.permutation(len(train_x))
        for begin in range(0, len(order), batch):
            chosen = order[begin : begin + batch]
            error = softmax(train_x[chosen] @ weights + bias)
            error[np.arange(len(chosen)), train_y[chosen]] -= 1
            weights -= rate * train_x[chosen].T @ error / len(chosen)
            bias -= rate * error.mean(axis=0)
        log(experiment, epoch, weights, bias, test_x, test_y)


def log(experiment, epoch, weights, bias, test_x, test_y):
    predicted = softmax(test_x @ weights + bias)
    loss = float(-np.log(predicted[np.arange(len(test_y)), test_y] + 1e-12).mean())
    accuracy = float((predicted.argmax(axis=1) == test_y).mean())
    experiment.add_scalar_dict({"test/loss": loss, "test/accuracy": accuracy}, step=epoch)
    experiment.add_histogram_value("weights", weights.ravel().tolist(), tobuild=True, step=epoch)
    print("epoch %3d   loss %.4f   accuracy %.3f" % (epoch, loss, accuracy))


def everything(experiment):
    scalars = {name: experiment.get_scalar_values(name) for name in experiment.get_scalar_names()}
    histograms = {name: experiment.get_histogram_values(name) for name in experiment.get_histogram_names()}
    return scalars, histograms


def main():
    asked = arguments()
    client = CrayonClient(hostname=asked.host, port=asked.port)
    experiment = client.create_experiment(asked.name)
    train(experiment, asked.epochs)
    before = everything(experiment)

    backup = experiment.to_zip((asked.keep or "").removesuffix(".zip") or os.path.join(tempfile.mkdtemp(), "digits"))
    print("backup: %s, %d bytes" % (backup, os.path.getsize(backup)))
    client.remove_experiment(asked.name)
    assert asked.name not in client.get_experiment_names()
    restored = client.create_experiment(asked.name, zip_file=backup)
    assert everything(restored) == before, "the restored experiment differs"
    print("deleted, restored, and every value is the same")


if __name__ == "__main__":
    main()
