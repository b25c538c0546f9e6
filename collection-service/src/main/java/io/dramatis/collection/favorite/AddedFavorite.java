package io.dramatis.collection.favorite;

/** @param isNew whether it was none before */
record AddedFavorite(FavoriteResponse favorite, boolean isNew) {}
