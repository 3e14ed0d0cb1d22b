// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/board.h"

#include "app/core/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int currentVersion = 1;

} // namespace

QJsonObject toJson(const Board &board)
{
    QJsonArray views;
    for (const View &view : board.views) {
        views.append(toJson(view));
    }
    return {{u"emberline"_s, u"board"_s},
            {u"version"_s, currentVersion},
            {u"title"_s, board.title},
            {u"columns"_s, board.columns},
            {u"views"_s, views}};
}

Result<Board> boardFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    if (reader.text(u"emberline"_s) != u"board") {
        reader.fail(u"emberline"_s, u"this is not a board"_s);
    }
    reader.integer(u"version"_s, currentVersion, currentVersion);
    Board board{.title = reader.text(u"title"_s),
                .columns = reader.integer(u"columns"_s, 1, mostBoardColumns)};
    for (JsonReader &view : reader.objects(u"views"_s, qsizetype{mostBoardViews})) {
        board.views.push_back(readView(view));
        reader.adopt(view);
    }
    if (board.views.empty()) {
        reader.fail(u"views"_s, u"at least one view is expected"_s);
    }
    if (const std::optional<Error> error = reader.error()) {
        return *error;
    }
    return board;
}

Result<Board> boardFromBytes(const QByteArray &bytes)
{
    if (bytes.size() > largestBoardFile) {
        return Error{.kind = ErrorKind::TooLarge, .detail = u"A board has at most 4 MiB"_s};
    }
    const Result<QJsonObject> json = jsonObjectFrom(bytes);
    if (!json) {
        return json.error();
    }
    if (json->value(u"emberline"_s) == u"board"_s) {
        return boardFromJson(*json);
    }
    const Result<View> view = viewFromJson(*json);
    if (!view) {
        return view.error();
    }
    return Board{.columns = 1, .views = {*view}};
}

} // namespace emberline
