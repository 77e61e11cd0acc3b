using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using XacThuc.Cli.Authenticate.Registers;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Packing;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Matching.Weighing.Taken;

namespace XacThuc.Fuzzing.Targets;

/// <summary>
/// Patches to a sound packed register: place (3 bytes), length (1), bytes; the first byte says whether the header's own
/// checksum is made right again, and whether the file is cut. Such a file is refused, or found out while it is used.
/// </summary>
internal static unsafe class IndexTarget
{
    private const int ChecksumAt = IndexHeader.Size - 8;

    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly byte[] Sound = Make();

    public static void Run(byte[] bytes)
    {
        if (bytes.Length < 5) return;
        var packed = Patched(bytes);
        var isChanged = !packed.AsSpan().SequenceEqual(Sound);
        var path = ScratchFolder.Write("register.xti", packed);
        if (PopulationIndexReader.TryOpen(path, out var index) is { } refusal)
        {
            BrokenPromiseException.Unless(isChanged, "What is sound is opened.");
            BrokenPromiseException.Unless(
                !RegisterOpening.SentenceOf(path, refusal).Any(char.IsControl), "A refusal is one line.");
            return;
        }

        using (index!) Use(index!, isChanged);
    }

    private static void Use(PopulationIndex index, bool isChanged)
    {
        if (!index.TryWarm(CancellationToken.None)) return;
        using var authenticator = new Authenticator(index, Today);
        var engine = new SuggestionEngine(index, Today);
        using var suggester = engine.NewSuggester();
        var others = new OtherRecords(engine, new PeopleSet(index), new RecordSample());
        foreach (var person in GivenRegister.People)
        {
            _ = authenticator.Authenticate(new WrittenRecord(
                person.FullName, person.Sex, person.DateOfBirth, person.PersonalId, person.CommuneCode));
            Suggest(suggester, others, person.FullName, person.Sex, "1991", person.OldId, person.CommuneCode, "");
        }

        // A header made right again may say other times or another maker; the rest is told by its checksums.
        if (index.IsIntact(withRoads: true, CancellationToken.None)) return;
        BrokenPromiseException.Unless(isChanged, "What is sound is intact.");
    }

    private static void Suggest(Suggester suggester, OtherRecords others, params string[] fields)
    {
        var (text, places) = LaidOut.Of(Array.ConvertAll(fields, Encoding.UTF8.GetBytes), 0);
        fixed (byte* first = text)
            foreach (ref readonly var suggestion in suggester.Suggest(first, places, 5, others, out _))
                BrokenPromiseException.Unless(suggestion.Probability is >= 0 and <= 1, "A probability is one.");
    }

    private static byte[] Patched(byte[] bytes)
    {
        var packed = (byte[])Sound.Clone();
        for (var at = 1; at + 4 < bytes.Length;)
        {
            var place = (bytes[at] << 16 | bytes[at + 1] << 8 | bytes[at + 2]) % packed.Length;
            var length = Math.Min(Math.Min(bytes[at + 3], bytes.Length - at - 4), packed.Length - place);
            bytes.AsSpan(at + 4, length).CopyTo(packed.AsSpan(place));
            at += 4 + length;
        }

        if ((bytes[0] & 1) != 0)
            BinaryPrimitives.WriteUInt64LittleEndian(
                packed.AsSpan(ChecksumAt), XxHash3.HashToUInt64(packed.AsSpan(0, ChecksumAt)));
        return (bytes[0] & 2) != 0 ? packed[..(packed.Length * (bytes[0] >> 2) / 64)] : packed;
    }

    private static byte[] Make()
    {
        using var index = PopulationIndex.Build(GivenRegister.People);
        var path = ScratchFolder.File("sound.xti");
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite))
            PopulationIndexWriter.Write(index, file, DateTimeOffset.UnixEpoch, _ => { }, CancellationToken.None);
        return File.ReadAllBytes(path);
    }
}
