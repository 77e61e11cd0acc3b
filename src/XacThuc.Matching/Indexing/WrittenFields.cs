using System.Text;
using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Matching.Indexing;

/// <summary>Lays texts out as the fields of a row: UTF-8, one behind the other, with slack at the end.</summary>
internal sealed class WrittenFields
{
    private FieldPlace[] _places = [];

    public byte[] Bytes { get; private set; } = new byte[512];

    public ReadOnlySpan<FieldPlace> Places => _places;

    public void Set(params ReadOnlySpan<string> texts)
    {
        var length = PersonIntake.Slack;
        foreach (var text in texts) length += Encoding.UTF8.GetMaxByteCount(text.Length);
        if (Bytes.Length < length) Bytes = new byte[length];
        if (_places.Length != texts.Length) _places = new FieldPlace[texts.Length];

        var at = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            var written = Encoding.UTF8.GetBytes(texts[i].AsSpan().Trim(), Bytes.AsSpan(at));
            _places[i] = new FieldPlace(at, written);
            at += written;
        }
    }
}
