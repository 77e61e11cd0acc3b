using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using XacThuc.Exchange.Messages;

namespace XacThuc.Exchange.Delivery.Wire;

/// <summary>How a body is packed, on the wire and in the books.</summary>
public enum BodyPacking
{
    /// <summary>As it is.</summary>
    Plain = 0,

    /// <summary>Brotli (RFC 7932), at its fastest.</summary>
    Brotli = 1,
}

/// <summary>A message or answer as bytes: packed once, and kept as it was sent.</summary>
/// <param name="Bytes">The bytes on the wire.</param>
/// <param name="Packing">How they are packed.</param>
internal readonly record struct WireBody(PooledBytes Bytes, BodyPacking Packing) : IDisposable
{
    // Below this the packed form saves less than it costs.
    private const int WorthPacking = 16_384;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static WireBody Of<T>(T value) =>
        Of(value, static (writer, value) => JsonSerializer.Serialize(writer, value, BorderJsonOptions.Of<T>()));

    public static WireBody Of<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var json = new PooledBytes();
        var writer = _writer ??= new Utf8JsonWriter(json, new JsonWriterOptions
        {
            Encoder = BorderJsonOptions.Strict.Encoder,
            SkipValidation = true,
        });
        writer.Reset(json);
        write(writer, value);
        writer.Flush();
        return Pack(json);
    }

    public static WireBody Copy(ReadOnlySpan<byte> bytes, BodyPacking packing)
    {
        var copy = new PooledBytes(bytes.Length);
        copy.Write(bytes);
        return new(copy, packing);
    }

    /// <summary>Whether both say the same, however they are packed.</summary>
    public bool IsSameJson(WireBody other)
    {
        if (Packing == other.Packing && Bytes.Span.SequenceEqual(other.Bytes.Span)) return true;
        using var one = TryUnpack(int.MaxValue);
        using var two = other.TryUnpack(int.MaxValue);
        return one is not null && two is not null && one.Span.SequenceEqual(two.Span);
    }

    /// <summary>The JSON; none where it is not packed as it says or swells over size. The body stays whole.</summary>
    public PooledBytes? TryUnpack(int most)
    {
        var json = new PooledBytes(Bytes.Length * (Packing is BodyPacking.Plain ? 1 : 4));
        if (Packing is BodyPacking.Plain) json.Write(Bytes.Span);
        else if (!TryUnpack(Bytes.Span, json, most))
        {
            json.Dispose();
            return null;
        }

        return json;
    }

    // Packs what is worth it. The JSON is taken over.
    private static WireBody Pack(PooledBytes json)
    {
        if (json.Length < WorthPacking) return new(json, BodyPacking.Plain);
        var packed = new PooledBytes(BrotliEncoder.GetMaxCompressedLength(json.Length));
        var isPacked = BrotliEncoder.TryCompress(json.Span, packed.GetSpan(), out var written, quality: 1, window: 22);
        if (!isPacked || written >= json.Length)
        {
            packed.Dispose();
            return new(json, BodyPacking.Plain);
        }

        packed.Advance(written);
        json.Dispose();
        return new(packed, BodyPacking.Brotli);
    }

    /// <summary>Gives the message, or why it cannot be read. Of what was written, the sentence tells nothing.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> bytes, BodyPacking packing, int most, out T value, out BorderProblem? problem)
    {
        value = default!;
        problem = null;
        if (packing is BodyPacking.Plain) return TryReadJson(bytes, out value, out problem);

        using var json = new PooledBytes(bytes.Length * 4);
        if (!TryUnpack(bytes, json, most))
        {
            problem = json.Length > most ? BorderProblems.TooLarge(most) : BorderProblems.NotPacked;
            return false;
        }

        return TryReadJson(json.Span, out value, out problem);
    }

    public void Dispose() => Bytes?.Dispose();

    private static bool TryReadJson<T>(ReadOnlySpan<byte> json, out T value, out BorderProblem? problem)
    {
        problem = null;
        try
        {
            value = JsonSerializer.Deserialize(json, BorderJsonOptions.Of<T>())!;
            if (value is not null) return true;
            problem = BorderProblems.NotReadable("$");
        }
        catch (JsonException unreadable)
        {
            value = default!;
            problem = BorderProblems.NotReadable(unreadable.Path ?? $"byte {unreadable.BytePositionInLine}");
        }

        return false;
    }

    private static bool TryUnpack(ReadOnlySpan<byte> bytes, PooledBytes json, int most)
    {
        using var decoder = new BrotliDecoder();
        while (true)
        {
            var state = decoder.Decompress(bytes, json.GetSpan(8192), out var read, out var written);
            json.Advance(written);
            bytes = bytes[read..];
            if (json.Length > most) return false;
            if (state is OperationStatus.Done) return bytes.IsEmpty;
            if (state is not OperationStatus.DestinationTooSmall) return false;
        }
    }
}
