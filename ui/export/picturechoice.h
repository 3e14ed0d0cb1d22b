// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/pictureoptions.h"

#include <QJsonObject>

namespace emberline {

/// How people want their pictures.
struct PictureChoice
{
    PictureOptions options = {};
    bool asOnScreen = false; ///< as large as the chart is on screen; options.size is what that was

    friend bool operator==(const PictureChoice &, const PictureChoice &) = default;
};

/// For remembering it; words are about one picture and are not remembered.
[[nodiscard]] QJsonObject toJson(const PictureChoice &choice);

/// What toJson() wrote. Whatever can't be read, or is out of range, is as usual.
[[nodiscard]] PictureChoice pictureChoiceFrom(const QJsonObject &json);

} // namespace emberline
