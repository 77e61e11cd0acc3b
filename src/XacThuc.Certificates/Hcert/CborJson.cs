using System.Formats.Cbor;
using System.Text.Json;

namespace XacThuc.Certificates.Hcert;

/// <summary>CBOR written as JSON (RFC 8949, 6.1), within limits: what stands in a certificate is text, numbers, lists and named values.</summary>
internal static class CborJson
{
    private const int Deepest = 16;

    /// <summary>Writes the next value.</summary>
    /// <exception cref="CborContentException">It is no CBOR, or none that has a JSON.</exception>
    public static void Copy(CborReader from, Utf8JsonWriter to, int depth = 0)
    {
        if (depth > Deepest) throw new CborContentException("Nested too deep.");
        switch (from.PeekState())
        {
            case CborReaderState.Tag:
                // What a tag says of a value (a date, a number of seconds) its place says too.
                from.ReadTag();
                Copy(from, to, depth + 1);
                break;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                to.WriteStringValue(from.ReadTextString());
                break;
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                to.WriteBase64StringValue(from.ReadByteString());
                break;
            case CborReaderState.UnsignedInteger:
                to.WriteNumberValue(from.ReadUInt64());
                break;
            case CborReaderState.NegativeInteger:
                to.WriteNumberValue(from.ReadInt64());
                break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                to.WriteNumberValue(from.ReadDouble() is var number && double.IsFinite(number) ? number : throw new CborContentException("No number."));
                break;
            case CborReaderState.Boolean:
                to.WriteBooleanValue(from.ReadBoolean());
                break;
            case CborReaderState.Null:
                from.ReadNull();
                to.WriteNullValue();
                break;
            case CborReaderState.SimpleValue:
                from.ReadSimpleValue();
                to.WriteNullValue();
                break;
            case CborReaderState.StartArray:
                from.ReadStartArray();
                to.WriteStartArray();
                while (from.PeekState() != CborReaderState.EndArray) Copy(from, to, depth + 1);
                from.ReadEndArray();
                to.WriteEndArray();
                break;
            case CborReaderState.StartMap:
                from.ReadStartMap();
                to.WriteStartObject();
                while (from.PeekState() != CborReaderState.EndMap)
                {
                    if (from.PeekState() is not (CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString)) throw new CborContentException("A name is no text.");
                    to.WritePropertyName(from.ReadTextString());
                    Copy(from, to, depth + 1);
                }

                from.ReadEndMap();
                to.WriteEndObject();
                break;
            default:
                throw new CborContentException("Nothing that has a JSON.");
        }
    }
}
