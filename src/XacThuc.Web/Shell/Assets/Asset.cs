using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;

namespace XacThuc.Web.Shell.Assets;

/// <summary>A file of the kit that this assembly carries: texts and programs compressed, fonts as they are.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Whole">Its bytes; of others than fonts only the compressed ones are kept.</param>
/// <param name="Brotli">Compressed for most.</param>
/// <param name="Gzip">Compressed for all others.</param>
internal sealed record Asset(string Type, byte[]? Whole, byte[]? Brotli, byte[]? Gzip)
{
    private const string Folder = "assets/";
    private static readonly Assembly Here = typeof(Asset).Assembly;

    /// <summary>All of them by name.</summary>
    public static FrozenDictionary<string, Asset> All { get; } = Here.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => Path.GetFileName(name) is var file && Path.GetExtension(file) is ".br" or ".gz"
            ? Path.GetFileNameWithoutExtension(file) : Path.GetFileName(name))
        .Distinct(StringComparer.Ordinal)
        .ToFrozenDictionary(name => name, Load, StringComparer.Ordinal);

    /// <summary>What the address of every asset begins with; another after every change of any of them.</summary>
    public static string Root { get; } = $"/assets/{System.Text.Encoding.ASCII.GetString(Read("stamp.txt")!)}/";

    /// <summary>The address of one.</summary>
    public static string Of(string name) =>
        All.ContainsKey(name) ? Root + name : throw new ArgumentException($"web/kit makes no {name}.", nameof(name));

    /// <summary>The text of one, for a program that knows no compression.</summary>
    public byte[] Plain()
    {
        if (Whole is not null) return Whole;
        using var from = new GZipStream(new MemoryStream(Gzip!), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private static Asset Load(string name) =>
        new(TypeOf(name), Read(name), Read(name + ".br"), Read(name + ".gz"));

    private static byte[]? Read(string name)
    {
        using var stream = Here.GetManifestResourceStream(Folder + name);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".wasm" => "application/wasm",
        _ => "text/plain; charset=utf-8",
    };
}
