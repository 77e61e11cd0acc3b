using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace XacThuc.Exchange.Signing;

/// <summary>The keys in use: the house's active one and all of the partner's. Files that change are read anew.</summary>
internal sealed partial class KeyRing(BorderSettings settings, ILogger<KeyRing> log)
{
    private const long LookEvery = 1000;
    private const int MostHeaders = 256;
    private readonly KeyFolder _files = new(settings.Folder);
    private readonly Lock _reading = new();
    private Keys _keys = new("", null, FrozenDictionary<string, BorderKey>.Empty);
    private long _lookedAt = long.MinValue / 2;

    /// <summary>The key that signs; none where none was made.</summary>
    public BorderKey? Active => Look(LookEvery).Active;

    /// <summary>The partner's key of a protected header; none where the header is not one of ours or the key not known.</summary>
    public BorderKey? Find(ReadOnlySpan<char> header)
    {
        var keys = Look(LookEvery);
        if (keys.Find(header) is { } known) return known;

        // It may have come this moment.
        return Look(LookEvery / 5).Find(header);
    }

    private Keys Look(long every)
    {
        var now = Environment.TickCount64;
        if (now - Volatile.Read(ref _lookedAt) < every) return _keys;
        lock (_reading)
        {
            if (now - _lookedAt < every) return _keys;
            try
            {
                var stamp = $"{StampOf(_files.Active)}|{StampOf(_files.Partner)}";
                if (!string.Equals(stamp, _keys.Stamp, StringComparison.Ordinal)) _keys = Read(stamp);
            }
            catch (Exception unreadable) when (unreadable is IOException or JsonException or FormatException
                or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
            {
                // Half a file: the keys read before are good until it is whole.
                CannotRead(unreadable, _files.Path);
            }

            Volatile.Write(ref _lookedAt, now);
            return _keys;
        }
    }

    private Keys Read(string stamp) => new(
        stamp,
        File.Exists(_files.Active) ? new BorderKey(KeyFile.ReadPrivate(_files.Active)) : null,
        File.Exists(_files.Partner)
            ? KeyFile.ReadPublic(_files.Partner).Select(key => new BorderKey(key)).ToFrozenDictionary(key => key.Id, StringComparer.Ordinal)
            : FrozenDictionary<string, BorderKey>.Empty);

    private static string StampOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : "";
    }

    [LoggerMessage(LogLevel.Warning, "The border's keys in {Folder} cannot be read; those read before stay in use.")]
    private partial void CannotRead(Exception unreadable, string folder);

    private sealed record Keys(string Stamp, BorderKey? Active, FrozenDictionary<string, BorderKey> Partner)
    {
        // Headers met, so that each is read as JSON once only.
        private readonly ConcurrentDictionary<string, BorderKey> _ofHeader = new(StringComparer.Ordinal);

        public BorderKey? Find(ReadOnlySpan<char> header)
        {
            if (_ofHeader.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(header, out var key)) return key;
            if (ProtectedHeader.KeyIdOf(header) is not { } id || Partner.GetValueOrDefault(id) is not { } found) return null;
            if (_ofHeader.Count < MostHeaders) _ofHeader.TryAdd(header.ToString(), found);
            return found;
        }
    }
}

/// <summary>The protected header of a JWS (RFC 7515, 4), as strict as the border needs it.</summary>
internal sealed record ProtectedHeader(string Alg, bool B64, IReadOnlyList<string> Crit, string Kid)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>The key's name, where the header is of ES256 over a payload as it is, and says nothing else.</summary>
    public static string? KeyIdOf(ReadOnlySpan<char> encoded)
    {
        if (encoded.Length is 0 or > 1024 || !Base64Url.IsValid(encoded)) return null;
        try
        {
            var header = JsonSerializer.Deserialize<ProtectedHeader>(Base64Url.DecodeFromChars(encoded), Strict);
            return header is { Alg: "ES256", B64: false, Crit: ["b64"] } ? header.Kid : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
