using XacThuc.Cli.Progress;
using XacThuc.Matching.Texts;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Sample;

/// <summary>Writes the files of a sample, on all cores; each block is made by itself, so that cores change nothing.</summary>
internal sealed class SampleWork(SampleOptions options, Terminal terminal, CancellationToken stop)
{
    private const int BlocksEach = 1024;
    private const int RecordsEach = 4096;

    private readonly RunProgress _progress = new();

    public int Run()
    {
        using var line = ProgressLine.Start(
            terminal.Error, terminal.IsErrorTerminal, _progress, terminal.Time, () => Console.WindowWidth, Speech.Language);
        try
        {
            Directory.CreateDirectory(options.Out);
            var started = terminal.Time.GetTimestamp();
            if (Write("register.csv", WriteRegister) is { } why) return terminal.Refuse(why);
            if (WriteRecords() is { } refusal) return terminal.Refuse(refusal);
            line?.Dispose();
            var seconds = terminal.Time.GetElapsedTime(started).TotalSeconds;
            terminal.Out.WriteLine(Speech.Say(
                $"{options.Out}: {options.People:N0} người và {options.Records:N0} hồ sơ trong {seconds:N1} giây.",
                $"{options.Out}: {options.People:N0} people and {options.Records:N0} records in {seconds:N1} s."));
            return ExitCode.Ran;
        }
        catch (OperationCanceledException)
        {
            line?.Dispose();
            terminal.Error.WriteLine(Speech.Say(
                "Đã dừng. Tệp chưa xong không được ghi.", "Stopped. Files that were not complete were not written."));
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            line?.Dispose();
            return terminal.Refuse($"{options.Out}: {AtomicOutput.SentenceOf(e)}");
        }
    }

    private string? Write(string name, Action<AtomicOutput> write)
    {
        if (!AtomicOutput.TryOpen(Path.Combine(options.Out, name), out var output, out var refusal)) return refusal;
        using var opened = output;
        write(output);
        stop.ThrowIfCancellationRequested();
        return output.TryCommit(out refusal) ? null : refusal;
    }

    private void WriteRegister(AtomicOutput output)
    {
        _progress.Begin(Stage.Generating, options.People + options.Records);
        var ordered = new OrderedOutput(output);
        ordered.WriteHeading(options.HasHamlets
            ? "personal_id,old_id,full_name,sex,date_of_birth,commune_code,hamlet\n"u8
            : "personal_id,old_id,full_name,sex,date_of_birth,commune_code\n"u8);
        var blocks = (options.People + PersonMaker.BlockSize - 1) / PersonMaker.BlockSize;
        ForEachPart((blocks + BlocksEach - 1) / BlocksEach, () =>
        {
            var maker = new PersonMaker(options.Seed, options.People, options.Place);
            var people = new SamplePerson[PersonMaker.BlockSize];
            var text = new TextBuffer();
            return part =>
            {
                text.Clear();
                for (var block = part * (long)BlocksEach; block < Math.Min(blocks, (part + 1L) * BlocksEach); block++)
                {
                    maker.Make(block, people);
                    var count = (int)Math.Min(PersonMaker.BlockSize, options.People - block * PersonMaker.BlockSize);
                    for (var i = 0; i < count; i++) SampleText.Add(text, people[i], options.HasHamlets);
                    _progress.Advance(count, count);
                }

                ordered.Write(part, ref text);
            };
        });
    }

    private string? WriteRecords() => Write("truth.csv", truth =>
    {
        if (Write("records.csv", records => WriteRecords(records, truth)) is { } refusal) throw new IOException(refusal);
    });

    private void WriteRecords(AtomicOutput records, AtomicOutput truth)
    {
        var (orderedRecords, orderedTruth) = (new OrderedOutput(records), new OrderedOutput(truth));
        orderedRecords.WriteHeading(options.HasHamlets
            ? "record_id,full_name,sex,date_of_birth,id_number,commune_code,hamlet\n"u8
            : "record_id,full_name,sex,date_of_birth,id_number,commune_code\n"u8);
        orderedTruth.WriteHeading("record_id,personal_id,expected_status,damage\n"u8);
        ForEachPart((options.Records + RecordsEach - 1) / RecordsEach, () =>
        {
            var maker = new RecordMaker(
                options.Seed, new PersonMaker(options.Seed, options.People, options.Place), options.Damage, options.Place);
            var (text, truthText) = (new TextBuffer(), new TextBuffer());
            var record = default(SampleRecord);
            return part =>
            {
                text.Clear();
                truthText.Clear();
                for (var i = part * (long)RecordsEach; i < Math.Min(options.Records, (part + 1L) * RecordsEach); i++)
                {
                    maker.Make(i, ref record);
                    SampleText.Add(text, truthText, i + 1, record, options.HasHamlets);
                }

                _progress.Advance(RecordsEach, RecordsEach);
                orderedRecords.Write(part, ref text);
                orderedTruth.Write(part, ref truthText);
            };
        });
    }

    private void ForEachPart(long parts, Func<Action<int>> newWorker)
    {
        var next = -1;
        Workers.Run(() =>
        {
            var work = newWorker();
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var part && part < parts) work(part);
        });
    }
}
