

namespace XacThuc.Matching.Reading;

/// <summary>What reading one field came to.</summary>
internal enum ReadState : byte
{
    Missing,
    Unreadable,
    Read,
}
