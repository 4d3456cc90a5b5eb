"""The benchmark's models in PyTorch on the processor. Reads `model batch steps threads` a line, answers milliseconds per step."""
import sys
import time

import torch
from torch import nn


class Separable(nn.Sequential):
    def __init__(self, inputs, outputs):
        super().__init__(
            nn.Conv2d(inputs, inputs, 3, padding=1, groups=inputs, bias=False), nn.Conv2d(inputs, outputs, 1), nn.ReLU()
        )


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = self.block(3, 16)
        self.a, self.b = self.block(16, 16), self.block(16, 16)
        self.down = self.block(16, 32, 2)
        self.c, self.d = self.block(32, 32), self.block(32, 32)
        self.last = nn.Linear(32, 10)

    @staticmethod
    def block(inputs, outputs, stride=1):
        return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        x = torch.relu(self.first(x))
        x = torch.relu(x + self.b(torch.relu(self.a(x))))
        x = torch.relu(self.down(x))
        x = torch.relu(x + self.d(torch.relu(self.c(x))))
        return self.last(x.mean((2, 3)))


MODELS = {
    "S": ((1, 28, 28), lambda: nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1600, 64), nn.ReLU(), nn.Linear(64, 10))),
    "L": ((3, 64, 64), lambda: nn.Sequential(
        nn.Conv2d(3, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(30752, 64), nn.ReLU(), nn.Linear(64, 10))),
    "separable": ((3, 32, 32), lambda: nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), Separable(32, 64), nn.MaxPool2d(2), Separable(64, 64),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))),
    "residual": ((3, 32, 32), Residual),
}
tasks = {}


def task(name, batch):
    if (name, batch) not in tasks:
        shape, make = MODELS[name]
        model = make()
        optimizer = torch.optim.Adam(model.parameters(), 1e-3)
        x, y = torch.randn(batch, *shape), torch.randint(0, 10, (batch,))
        tasks[name, batch] = model, optimizer, x, y
    return tasks[name, batch]


for line in sys.stdin:
    name, batch, steps, threads = line.split()
    torch.set_num_threads(int(threads))
    model, optimizer, x, y = task(name, int(batch))
    begin = time.perf_counter()
    for _ in range(int(steps)):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        loss.item()
    print((time.perf_counter() - begin) * 1000 / int(steps), flush=True)
