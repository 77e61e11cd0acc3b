using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace XacThuc.Web.Shell.Assets;

/// <summary>A file that an assembly carries for browsers: texts and programs compressed, fonts and pictures as they are.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Whole">Its bytes; of those that are compressed none.</param>
/// <param name="Brotli">Compressed for most.</param>
/// <param name="Gzip">Compressed for all others.</param>
public sealed record CarriedFile(string Type, byte[]? Whole, byte[]? Brotli, byte[]? Gzip)
{
    /// <summary>All files of a folder of an assembly's resources, by name.</summary>
    public static FrozenDictionary<string, CarriedFile> All(Assembly assembly, string folder) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
        .Select(name => Path.GetFileName(name) is var file && Path.GetExtension(file) is ".br" or ".gz"
            ? Path.GetFileNameWithoutExtension(file) : Path.GetFileName(name))
        .Distinct(StringComparer.Ordinal)
        .ToFrozenDictionary(name => name, name => Load(assembly, folder, name), StringComparer.Ordinal);

    /// <summary>The bytes of a resource; none where there is no such.</summary>
    public static byte[]? Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The file for a program that knows no compression.</summary>
    public byte[] Plain()
    {
        if (Whole is not null) return Whole;
        using var from = new GZipStream(new MemoryStream(Gzip!), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    /// <summary>Answers with it, compressed as the browser can; the caller has said how long it may be kept.</summary>
    public async Task Answer(HttpContext http)
    {
        var headers = http.Response.Headers;
        http.Response.ContentType = Type;
        var bytes = Whole;
        if (bytes is null)
        {
            headers.Vary = HeaderNames.AcceptEncoding;
            var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
            if (Accepts(accepted, "br")) (headers.ContentEncoding, bytes) = ("br", Brotli!);
            else if (Accepts(accepted, "gzip")) (headers.ContentEncoding, bytes) = ("gzip", Gzip!);
            else bytes = Plain();
        }

        http.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);

    private static CarriedFile Load(Assembly assembly, string folder, string name) => new(
        TypeOf(name), Read(assembly, folder + name), Read(assembly, $"{folder}{name}.br"), Read(assembly, $"{folder}{name}.gz"));

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        ".wasm" => "application/wasm",
        ".webmanifest" => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    };
}
