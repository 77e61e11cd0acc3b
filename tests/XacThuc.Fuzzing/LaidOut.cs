using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Fuzzing;

/// <summary>Fields one behind the other in memory, as a chunk holds them, with a byte of choice between them.</summary>
internal static class LaidOut
{
    public static (byte[] Text, FieldPlace[] Places) Of(byte[][] fields, byte between)
    {
        var text = new byte[fields.Sum(field => field.Length + PersonIntake.Slack)];
        text.AsSpan().Fill(between);
        var (places, at) = (new FieldPlace[fields.Length], 0);
        for (var i = 0; i < places.Length; i++)
        {
            fields[i].CopyTo(text, at);
            places[i] = new FieldPlace(at, fields[i].Length);
            at += fields[i].Length + PersonIntake.Slack;
        }

        return (text, places);
    }
}
