using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Cli.Houses.House;
using XacThuc.Cli.Houses.SampleData;
using XacThuc.Matching.Texts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Run;

/// <summary>Serves one house, or both in one process over the signed border, until told to stop.</summary>
internal sealed class RunHouses(RunOptions options, Terminal terminal, params HouseKind[] only)
{
    /// <summary>How long stopping may take: the thirty seconds that each house gives its requests, and some to write down what it leaves.</summary>
    public static TimeSpan LongestStop { get; } = TimeSpan.FromSeconds(40);

    private readonly HouseKind[] _kinds = only.Length > 0 ? only : [HouseKind.Register, HouseKind.Platform];

    public async Task<int> Run(CancellationToken stop)
    {
        // Who is signalled before this waits for the first time would end the process at once.
        await Task.Yield();
        var houses = new List<WebApplication>();
        try
        {
            Directory.CreateDirectory(options.Data);
            File.Delete(Path.Combine(options.Data, ReadyFile.Name));
            if (options.Sample != SampleSize.None) SampleSetUp.MakeKeys(options);
            foreach (var kind in _kinds) houses.Add(HouseCommand.Build(HousePlaces.Settings(options, kind)));
            foreach (var house in houses)
                if (await Prepare(house, stop) is { } refusal) return terminal.Refuse(refusal);
            var sample = options.Sample == SampleSize.None ? null : new SampleSetUp(options, terminal);

            // What takes a second is finished: broken off, it would only be told as a failure.
            if (sample is not null) await sample.BeforeStart(houses, CancellationToken.None);
            foreach (var house in houses) await house.StartAsync(CancellationToken.None);
            stop.ThrowIfCancellationRequested();
            if (sample is not null && await sample.AfterStart(houses, stop) is { } failed) return terminal.Refuse(failed);
            Greeting.Say(terminal, options, _kinds, sample?.Ready);

            // One that stops by itself takes the other with it.
            using var told = CancellationTokenSource.CreateLinkedTokenSource([stop, .. houses.Select(house => house.Lifetime.ApplicationStopping)]);
            await Task.Delay(Timeout.Infinite, told.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Ran;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Ran;
        }
        catch (UnusableSettingsException unusable)
        {
            return terminal.Refuse(Speech.Say(
                $"Không dùng được tệp cấu hình trong thư mục của hệ thống. {unusable.Message}",
                $"A settings file in the house's folder cannot be used. {unusable.Message}"));
        }
        catch (IOException inUse) when (inUse.InnerException is AddressInUseException)
        {
            return terminal.Refuse(Speech.Say(
                $"Địa chỉ {options.Platform} hoặc {options.Register} đang có chương trình khác dùng. Dừng chương trình đó, hoặc nêu địa chỉ khác (--platform, --register).",
                $"Another program uses {options.Platform} or {options.Register}. Stop it, or name other addresses (--platform, --register)."));
        }
        finally
        {
            // Each is let finish what it has in hand before anything of it is gone.
            await Task.WhenAll(houses.Select(house => house.StopAsync(CancellationToken.None)));
            foreach (var house in houses) await house.DisposeAsync();
        }
    }

    private async Task<string?> Prepare(WebApplication house, CancellationToken stop)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var prepared = await HouseSchema.Prepare(
            scope.ServiceProvider.GetRequiredService<HouseDb>(), options.Sample != SampleSize.None, stop);
        return prepared.Refusal?.Sentence.ToString();
    }
}
