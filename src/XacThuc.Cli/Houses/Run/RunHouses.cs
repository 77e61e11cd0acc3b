using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using XacThuc.Matching.Texts;
using XacThuc.Platform;
using XacThuc.Register;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Run;

/// <summary>Both houses in one process, talking over the signed border, until they are told to stop.</summary>
internal sealed class RunHouses(RunOptions options, Terminal terminal)
{
    public async Task<int> Run(CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(options.Data);
            await using var platform = PlatformHouse.Build(HousePlaces.Settings(options, HouseKind.Platform));
            await using var register = RegisterHouse.Build(HousePlaces.Settings(options, HouseKind.Register));
            foreach (var house in (WebApplication[])[register, platform])
            {
                await using var scope = house.Services.CreateAsyncScope();
                var prepared = await HouseSchema.Prepare(
                    scope.ServiceProvider.GetRequiredService<HouseDb>(), options.Sample != SampleSize.None, stop);
                if (prepared.Refusal is { } refusal) return terminal.Refuse(refusal.Sentence.ToString());
            }

            await register.StartAsync(stop);
            await platform.StartAsync(stop);
            terminal.Out.WriteLine(Speech.Say("Nhấn Ctrl+C để dừng.", "Press Ctrl+C to stop."));
            await Task.WhenAny(platform.WaitForShutdownAsync(stop), register.WaitForShutdownAsync(stop));
            return ExitCode.Ran;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Ran;
        }
        catch (IOException inUse) when (inUse.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return terminal.Refuse(Speech.Say(
                $"Địa chỉ {options.Platform} hoặc {options.Register} đang có chương trình khác dùng. Dừng chương trình đó, hoặc nêu địa chỉ khác (--platform, --register).",
                $"Another program uses {options.Platform} or {options.Register}. Stop it, or name other addresses (--platform, --register)."));
        }
    }
}
