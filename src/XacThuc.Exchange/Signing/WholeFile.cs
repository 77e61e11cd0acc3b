namespace XacThuc.Exchange.Signing;

/// <summary>Writes a file with a secret of a house: its account alone can read it, and it appears whole or not at all.</summary>
public static class SecretFile
{
    /// <summary>Writes it, in place of an older one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> secret) => File.Move(WriteBeside(path, secret), path, overwrite: true);

    /// <summary>Writes it where there is none yet. Of two that do so at once the first one's stays.</summary>
    public static void WriteIfMissing(string path, Func<byte[]> secret)
    {
        if (File.Exists(path)) return;
        var beside = WriteBeside(path, secret());
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    private static string WriteBeside(string path, ReadOnlySpan<byte> secret)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(beside, options);
        file.Write(secret);
        file.Flush(flushToDisk: true);
        return beside;
    }
}
