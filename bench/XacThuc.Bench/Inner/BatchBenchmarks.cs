using BenchmarkDotNet.Attributes;
using XacThuc.Bench.Running;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;

namespace XacThuc.Bench.Inner;

/// <summary>
/// The inner parts, through the door the command uses: batches over a small register that stays in the caches. What
/// differs between the kinds is the cost of the part they are named after.
/// </summary>
[MemoryDiagnoser]
public class BatchBenchmarks : IDisposable
{
    private const int People = 4_096, Batch = 4_096;

    private static readonly string[] Family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
    private static readonly string[] Middle = ["Văn", "Thị", "Hữu", "Minh", "Ngọc", "Thanh", "Đức", "Quốc"];
    private static readonly string[] Given = ["Hòa", "Thúy", "Dũng", "Lan", "Tuấn", "Hương", "Khải", "Liễu"];

    private PopulationIndex _index = null!;
    private Authenticator _authenticator = null!;
    private LaidOut _records = null!;
    private readonly Comparison[] _results = new Comparison[Batch];

    /// <summary>What is written differently from the register.</summary>
    public enum Written
    {
        /// <summary>As in the register.</summary>
        Same,

        /// <summary>In small letters: the name is read letter by letter.</summary>
        SmallLetters,

        /// <summary>One letter of the given name wrong: two words are compared.</summary>
        OneLetter,

        /// <summary>Without marks: three words are compared.</summary>
        WithoutMarks,

        /// <summary>Two words, never seen and unlike: the name is compared as a whole.</summary>
        OtherName,

        /// <summary>Another day of birth: dates are compared.</summary>
        OtherDay,

        /// <summary>A number nobody has: only reading and one look-up.</summary>
        UnknownNumber,
    }

    /// <summary>The kind of records.</summary>
    [ParamsAllValues]
    public Written Kind { get; set; }

    /// <summary>Builds the register and lays the records out.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var people = Enumerable.Range(0, People).Select(Person).ToArray();
        _index = PopulationIndex.Build(people);
        _authenticator = new Authenticator(_index, new DateOnly(2026, 11, 1));
        _records = new LaidOut([.. Enumerable.Range(0, Batch).Select(i => Write(people[i * 7 % People]))]);
    }

    /// <summary>Frees the register.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _authenticator.Dispose();
        _index.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads and compares a batch; the figure is for one record.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public unsafe int Authenticate()
    {
        fixed (byte* text = _records.Text) _authenticator.Authenticate(text, _records.Places, _results);
        return (int)_results[^1].Status;
    }

    private static WrittenPerson Person(int i) => new(
        $"001{i % 100 + 100:000}{i:000000}", "", $"{Family[i % 8]} {Middle[i / 8 % 8]} {Given[i / 64 % 8]}",
        i % 2 == 0 ? "Nam" : "Nữ", $"{1950 + i % 50}-{i % 12 + 1:00}-{i % 28 + 1:00}", "00001");

    private WrittenRecord Write(WrittenPerson person)
    {
        var (year, month, day) = (person.DateOfBirth[..4], person.DateOfBirth[5..7], person.DateOfBirth[8..]);
        var born = Kind == Written.OtherDay ? $"{(day is "10" ? 11 : 10)}/{month}/{year}" : $"{day}/{month}/{year}";
        var number = Kind == Written.UnknownNumber ? "001299999999" : person.PersonalId;
        return new WrittenRecord(Name(person.FullName), person.Sex, born, number, person.CommuneCode);
    }

    private string Name(string name) => Kind switch
    {
        Written.Same or Written.OtherDay or Written.UnknownNumber => name,
        Written.SmallLetters => name.ToLowerInvariant(),
        Written.OneLetter => name + "p",
        Written.WithoutMarks => "Nguyen Thi Hoa",
        Written.OtherName => "Sầm Kỳ",
    };
}
