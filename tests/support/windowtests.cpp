// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of its own: see tests/CMakeLists.txt.
