using NetVips;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>
/// libvips as a house uses it: it reads JPEG, PNG and WebP and writes JPEG, and every other reader and writer of it is shut
/// for the whole process. One thread a picture, since pictures come many at a time, and nothing of one is remembered.
/// </summary>
internal static class PhotoLibrary
{
    /// <summary>Sets it so; once, before the first picture.</summary>
    public static void Prepare()
    {
        foreach (var family in (string[])["VipsForeignLoad", "VipsForeignSave"]) Operation.Block(family, true);
        foreach (var used in (string[])["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignSaveJpeg"]) Operation.Block(used, false);
        global::NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;

        // Its warnings are about files of strangers: what matters of them is the answer.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, (_, _, _) => { });
    }
}
