package io.dramatis.portrait.image;

import io.dramatis.kit.paging.PageParams;

/** What a portrait's history may be asked for. */
public class HistoryParams extends PageParams {}
