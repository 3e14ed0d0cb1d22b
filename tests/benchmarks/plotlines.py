# SPDX-License-Identifier: GPL-3.0-or-later
"""What people use instead: plotlines.py TABLE.csv PICTURE.png SCALE draws the lines at 1920×1080."""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

table = pd.read_csv(sys.argv[1], parse_dates=[0], index_col=0)
figure, axes = plt.subplots(figsize=(19.2, 10.8), dpi=100 * int(sys.argv[3]))
table.plot(ax=axes, grid=True, title="Orders by segment")
figure.savefig(sys.argv[2])
