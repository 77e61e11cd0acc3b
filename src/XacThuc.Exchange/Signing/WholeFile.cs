namespace XacThuc.Exchange.Signing;

/// <summary>Writes small files of a house, such as its keys: each appears whole or not at all. Secrets are for its own account alone to read.</summary>
public static class WholeFile
{
    /// <summary>Writes what everybody may read, in place of an older one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => File.Move(WriteBeside(path, content, isSecret: false), path, overwrite: true);

    /// <summary>Writes a secret, in place of an older one.</summary>
    public static void WriteSecret(string path, ReadOnlySpan<byte> secret) => File.Move(WriteBeside(path, secret, isSecret: true), path, overwrite: true);

    /// <summary>Writes a secret where there is none yet. Of two that do so at once the first one's stays.</summary>
    public static void WriteSecretIfMissing(string path, Func<byte[]> secret)
    {
        if (File.Exists(path)) return;
        var beside = WriteBeside(path, secret(), isSecret: true);
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    private static string WriteBeside(string path, ReadOnlySpan<byte> content, bool isSecret)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (isSecret && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(beside, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return beside;
    }
}
